"""The number of a new row: none is given twice, and a single damaged row keeps nobody from a number."""


def new_number(table: str) -> str:
    """SQL for the id of a new row: `autoincrement` gives no number twice, but none at all after the highest possible one."""
    return f"""(select iif(
        max(seq, coalesce((select max(id) from {table}), 0)) < 0x4000000000000000,
        null,
        (select coalesce(max(id), 0) + 1 from {table} where id < 0x4000000000000000)
    ) from sqlite_sequence where name = '{table}')"""  # noqa: S608 - names of our tables
