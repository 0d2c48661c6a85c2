"""The number of a new row: none is given twice, and a single damaged row keeps nobody from a number."""


def new_number(table: str) -> str:
    """SQL for the id of a new row, where ids are `autoincrement`.

    SQLite gives none twice. But after the highest possible id it gives none at all; then the next free id is taken.
    """
    return f"""(select iif(
        max(seq, coalesce((select max(id) from {table}), 0)) < 0x4000000000000000,
        null,
        (select coalesce(max(id), 0) + 1 from {table} where id < 0x4000000000000000)
    ) from sqlite_sequence where name = '{table}')"""  # noqa: S608 - names of our tables
