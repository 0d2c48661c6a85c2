"""The shape of the file, as the steps that lead to it. A released step is never edited, only new ones are added: the file remembers the
names of steps.

What each table and column holds is told by the words `kept-…` in content/words/en.ftl.
"""

from sqlite_utils import Database, Migrations

migrations = Migrations("unhunch")


@migrations()
def m001_people(db: Database) -> None:
    db.execute("""
        create table people (
            id integer primary key,
            name text not null,
            language text not null,
            met_at text not null,
            blocked_at text,
            cleared text not null default 'unasked',
            cleared_at text,
            age text,
            seen text,
            tags text not null default '',
            floor text,
            level integer not null default 1
        ) strict
    """)


@migrations()
def m002_sessions(db: Database) -> None:
    db.execute("""
        create table sessions (
            id integer primary key autoincrement,
            person integer not null references people (id) on delete cascade,
            routine text not null,
            script text not null,
            phase text not null,
            beat integer not null,
            turn integer not null,
            began_at text not null,
            beat_at text not null,
            wake_at text,
            live integer not null,
            rating text
        ) strict
    """)
    db.execute("create unique index one_live_session on sessions (person) where live")
    db.execute("create index sessions_by_person on sessions (person, began_at)")
    db.execute("create index sessions_due on sessions (wake_at, beat_at) where wake_at is not null")
    db.execute("create index sessions_open on sessions (began_at) where live")
    db.execute("""
        create table done (
            session integer not null references sessions (id) on delete cascade,
            number integer not null,
            exercise text not null,
            form text not null,
            side text,
            seconds integer not null,
            at text not null,
            primary key (session, number)
        ) strict, without rowid
    """)
    db.execute("""
        create table too_much (
            person integer not null references people (id) on delete cascade,
            exercise text not null,
            form text not null,
            at text not null,
            primary key (person, exercise, form)
        ) strict, without rowid
    """)


@migrations()
def m003_chats(db: Database) -> None:
    """Rows of chats are long and written with every screen: with a rowid each lies on one page, without it would not."""
    db.execute("""
        create table chats (
            bot integer not null,
            chat integer not null,
            message integer,
            stale integer,
            shown text,
            sent_at text,
            owed text,
            primary key (bot, chat)
        ) strict
    """)
    db.execute("create index chats_in_debt on chats (bot) where owed is not null or stale is not null")
    db.execute("""
        create table updates (
            bot integer not null,
            id integer not null,
            at text not null,
            put_aside text,
            primary key (bot, id)
        ) strict, without rowid
    """)
    db.execute("create index updates_by_age on updates (at)")
    db.execute("""
        create table files (
            bot integer not null,
            hash text not null,
            file_id text not null,
            primary key (bot, hash)
        ) strict, without rowid
    """)
    db.execute("create table batches (bot integer primary key, at text not null) strict")


@migrations()
def m004_more_of_people(db: Database) -> None:
    db.execute("alter table people add column equipment text")
    db.execute("alter table people add column minutes integer")
    db.execute("alter table people add column goal integer not null default 4")
    db.execute("""
        create table programmes (
            person integer primary key references people (id) on delete cascade,
            programme text not null,
            week integer not null,
            since text not null
        ) strict
    """)
    db.execute("""
        create table own_routines (
            id integer primary key autoincrement,
            person integer not null references people (id) on delete cascade,
            name text not null,
            made_at text not null
        ) strict
    """)
    db.execute("create index own_routines_by_person on own_routines (person, made_at)")
    db.execute("""
        create table own_lines (
            id integer primary key autoincrement,
            routine integer not null references own_routines (id) on delete cascade,
            place integer not null,
            exercise text not null,
            form text not null,
            hold integer,
            repetitions integer
        ) strict
    """)
    db.execute("create index own_lines_by_routine on own_lines (routine, place)")
    db.execute("""
        create table awaited (
            person integer primary key references people (id) on delete cascade,
            what text not null,
            about text not null,
            at text not null
        ) strict
    """)


@migrations()
def m005_reminders(db: Database) -> None:
    db.execute("alter table people add column zone text")
    for column in ("zone_is_sure", "is_discreet", "follows_up", "last_words"):
        db.execute(f"alter table people add column {column} integer not null default 0")
    db.execute("""
        create table reminders (
            id integer primary key autoincrement,
            person integer not null references people (id) on delete cascade,
            at text not null,
            weekdays integer not null,
            starts text not null,
            is_paused integer not null default 0,
            paused_until text,
            made_at text not null,
            next_at text
        ) strict
    """)
    db.execute("create index reminders_by_person on reminders (person, at)")
    db.execute("create index reminders_due on reminders (next_at) where next_at is not null")
    db.execute("""
        create table again
        (reminder integer primary key references reminders (id) on delete cascade, due_at text not null, kind text not null)
        strict
    """)
    db.execute("create index again_due on again (due_at)")
    db.execute("""
        create table deliveries (
            id integer primary key,
            reminder integer not null references reminders (id) on delete cascade,
            person integer not null references people (id) on delete cascade,
            due_at text not null,
            claimed_at text not null,
            state text not null,
            ended_at text,
            unique (reminder, due_at)
        ) strict
    """)
    db.execute("create index deliveries_pending on deliveries (claimed_at) where state = 'pending'")
    db.execute("create index deliveries_by_person on deliveries (person, due_at)")
    db.execute("""
        create table heartbeats (bot integer primary key, at text not null, was_down_from text, was_down_until text)
        strict
    """)
    db.execute("create table facts (name text primary key, value text not null) strict")


@migrations()
def m006_pictures(db: Database) -> None:
    db.execute("alter table people add column pictures text not null default 'moving'")


@migrations()
def m007_sets_of_answers(db: Database) -> None:
    db.execute("alter table people rename column tags to words")
    db.execute("alter table people add column tags text not null default '[]'")
    db.execute("""update people set tags = '["' || replace(words, ' ', '", "') || '"]' where words <> ''""")
    db.execute("alter table people drop column words")
    db.execute("""
        update people set equipment = iif(equipment = '', '[]', '["' || replace(equipment, ' ', '", "') || '"]')
        where equipment is not null
    """)


@migrations()
def m008_one_spelling(db: Database) -> None:
    """Reminders wrote an own routine as own-5, sessions as own.5. Now both write own.5."""
    db.execute("""
        update reminders set starts = 'own.' || substr(starts, 5)
        where starts glob 'own-[0-9]*' and substr(starts, 5) not glob '*[^0-9]*'
    """)


@migrations()
def m009_language(db: Database) -> None:
    db.execute("alter table people add column speaks text")


@migrations()
def m010_what_remains(db: Database) -> None:
    db.execute("alter table chats add column remains text")


@migrations()
def m011_reminders_rest(db: Database) -> None:
    db.execute("alter table people add column rest text not null default 'none'")
    db.execute("alter table people add column rests_until text")
    db.execute("alter table chats add column unwanted text")
    db.execute("create index chats_unwanted on chats (bot) where unwanted is not null")


@migrations()
def m012_sharp_stops(db: Database) -> None:
    """`exercise` is "" when the person can't tell which move it was."""
    db.execute("""
        create table sharp_stops (
            session integer primary key references sessions (id) on delete cascade,
            person integer not null references people (id) on delete cascade,
            exercise text not null,
            at text not null,
            rests_until text not null,
            place text,
            is_back integer not null default 0
        ) strict
    """)
    db.execute("create index sharp_stops_by_person on sharp_stops (person, at)")


@migrations()
def m013_signs(db: Database) -> None:
    db.execute("alter table people add column signs_text text")
    db.execute("alter table people add column signs_again integer not null default 0")
    db.execute("alter table people add column news_at text")
    for column in ("allowed", "will_ask"):
        db.execute(f"alter table people add column {column} text not null default '[]'")
    db.execute("alter table chats add column drawn_at text")


@migrations()
def m014_once(db: Database) -> None:
    db.execute("alter table reminders add column on_day text")
    db.execute("alter table reminders add column is_done integer not null default 0")
    db.execute("create index reminders_once on reminders (on_day) where on_day is not null")


@migrations()
def m015_reach(db: Database) -> None:
    db.execute("alter table chats add column lost_at text")
    db.execute("alter table chats add column lost_times integer not null default 0")
    db.execute("alter table chats add column ask_again_at text")
    db.execute("alter table chats add column put_off_until text")
    db.execute("alter table chats add column put_off_times integer not null default 0")
    db.execute("""
        insert into chats (bot, chat, lost_at, lost_times)
        select bots.bot, people.id, people.blocked_at, 1
        from people cross join (select bot from heartbeats union select bot from chats) as bots
        where people.blocked_at is not null
        on conflict (bot, chat) do update set lost_at = excluded.lost_at, lost_times = 1
    """)
    db.execute("create index chats_lost on chats (bot, chat, lost_at) where lost_at is not null")
    db.execute("create index chats_put_off on chats (bot, put_off_until) where put_off_until is not null")
    db.execute("alter table people drop column blocked_at")
    db.execute("alter table again add column since text")


@migrations()
def m016_told(db: Database) -> None:
    db.execute("alter table deliveries add column to_tell integer not null default 0")
    db.execute("alter table deliveries add column told_in integer")
    db.execute("create index deliveries_to_tell on deliveries (person, due_at) where to_tell")
    db.execute("alter table chats add column owed_at text")


@migrations()
def m017_wall_clock(db: Database) -> None:
    db.execute("alter table heartbeats add column wall_at text")


@migrations()
def m018_told(db: Database) -> None:
    db.execute("""
        create table passed_over (
            session integer not null references sessions (id) on delete cascade,
            person integer not null references people (id) on delete cascade,
            exercise text not null,
            how text not null,
            at text not null,
            primary key (session, exercise)
        ) strict, without rowid
    """)
    db.execute("create index passed_over_by_person on passed_over (person, at)")
    db.execute("""
        create table tastes (
            person integer not null references people (id) on delete cascade,
            exercise text not null,
            taste text not null,
            at text not null,
            primary key (person, exercise)
        ) strict, without rowid
    """)
    db.execute("""
        create table did_it (
            person integer not null references people (id) on delete cascade,
            day text not null,
            at text not null,
            primary key (person, day)
        ) strict, without rowid
    """)


@migrations()
def m019_pain_notes(db: Database) -> None:
    db.execute("""
        create table pain_notes (
            id integer primary key autoincrement,
            person integer not null references people (id) on delete cascade,
            at text not null,
            moment text not null,
            number integer,
            felt text,
            words text not null default '',
            session integer,
            morning text
        ) strict
    """)
    db.execute("create index pain_notes_by_person on pain_notes (person, at)")
    db.execute("""
        create table checkins (
            id integer primary key autoincrement,
            person integer not null references people (id) on delete cascade,
            at text not null,
            pain integer,
            function integer,
            stiffness text,
            change text,
            in_the_way text
        ) strict
    """)
    db.execute("create index checkins_by_person on checkins (person, at)")
    db.execute("alter table people add column check_in_day integer")
    db.execute("alter table people add column skips_check_in integer not null default 0")
    db.execute("alter table people add column limits text")


@migrations()
def m020_goal_and_questions(db: Database) -> None:
    """A goal of 4 was assumed for everybody. Now it is null until they choose one."""
    db.execute("""
        create table asked (
            person integer not null references people (id) on delete cascade,
            question text not null,
            day text not null,
            at text not null,
            primary key (person, question, day)
        ) strict, without rowid
    """)
    db.execute("alter table people rename column goal to assumed")
    db.execute("alter table people add column goal integer")
    db.execute("update people set goal = assumed where assumed <> 4")
    db.execute("alter table people drop column assumed")
    db.execute("alter table people add column news_again integer not null default 0")
    db.execute("alter table people add column after_birth integer not null default 0")
    db.execute("alter table done add column held integer")


@migrations()
def m021_days_off(db: Database) -> None:
    db.execute("""
        create table days_off (
            person integer not null references people (id) on delete cascade,
            first text not null,
            last text not null,
            kind text not null,
            primary key (person, first)
        ) strict, without rowid
    """)
    db.execute("""
        create table drawn (
            bot integer not null,
            person integer not null references people (id) on delete cascade,
            job text not null,
            hash text not null,
            file_id text not null,
            primary key (bot, person, job)
        ) strict, without rowid
    """)
    db.execute("create index drawn_of_person on drawn (person)")
    db.execute("alter table people add column hides_run integer not null default 0")


@migrations()
def m022_own_exercises(db: Database) -> None:
    db.execute("""
        create table own_exercises (
            id integer primary key autoincrement,
            person integer not null references people (id) on delete cascade,
            name text not null,
            how text not null default '',
            hold integer,
            times integer not null,
            sides integer not null default 1,
            made_at text not null
        ) strict
    """)
    db.execute("create index own_exercises_by_person on own_exercises (person, id)")
    db.execute("""
        create table own_media (
            id integer primary key autoincrement,
            person integer not null references people (id) on delete cascade,
            exercise integer references own_exercises (id) on delete cascade,
            bot integer not null,
            file_id text not null,
            file_unique_id text not null,
            kind text not null,
            size integer not null default 0,
            album text not null default '',
            caption text not null default '',
            is_gone integer not null default 0,
            sent_at text not null
        ) strict
    """)
    db.execute("create index own_media_by_person on own_media (person, exercise)")
    db.execute("create index own_media_by_exercise on own_media (exercise, bot) where exercise is not null")


@migrations()
def m023_large_and_short(db: Database) -> None:
    db.execute("alter table people add column is_large integer not null default 0")
    db.execute("alter table people add column is_short integer not null default 0")


@migrations()
def m024_kind_words(db: Database) -> None:
    db.execute("alter table sessions add column kind_word text")


@migrations()
def m025_easy_days(db: Database) -> None:
    db.execute("alter table people add column easy_until text")


@migrations()
def m026_no_floor_today(db: Database) -> None:
    db.execute("alter table people add column no_floor_at text")


@migrations()
def m027_led(db: Database) -> None:
    db.execute("alter table sessions add column led text not null default 'taps'")


@migrations()
def m028_films(db: Database) -> None:
    db.execute("alter table people add column voice text not null default 'full'")
    db.execute("alter table people add column listens integer not null default 0")
    db.execute("""
        create table sent_films (
            bot integer not null,
            person integer not null references people (id) on delete cascade,
            message integer not null,
            session integer not null,
            sent_at text not null,
            primary key (bot, person, message)
        ) strict, without rowid
    """)
    db.execute("create index sent_films_of_person on sent_films (person)")


@migrations()
def m029_hands_free(db: Database) -> None:
    db.execute("""alter table people add column rings_at text not null default '["e", "s"]'""")
    db.execute("alter table people add column is_hands_free integer not null default 0")


@migrations()
def m030_admission(db: Database) -> None:
    db.execute("""
        create table bans (
            person integer primary key,
            banned_by integer not null,
            at text not null
        ) strict
    """)
    db.execute("""
        create table admitted (
            person integer primary key references people (id) on delete cascade,
            at text not null
        ) strict
    """)


@migrations()
def m031_admins(db: Database) -> None:
    db.execute("""
        create table broadcasts (
            id integer primary key autoincrement,
            bot integer not null,
            admin integer not null references people (id) on delete cascade,
            words text not null,
            stage text not null,
            made_at text not null,
            begun_at text,
            reached integer not null default 0,
            people integer not null default 0,
            sent integer not null default 0,
            lost integer not null default 0,
            failed integer not null default 0,
            is_told integer not null default 0
        ) strict
    """)
    db.execute("create index people_met on people (met_at)")
    db.execute(
        "create index deliveries_in_vain on deliveries (claimed_at, state) where state in ('failed', 'lost')"
    )
    db.execute("create index broadcasts_of_admin on broadcasts (admin)")
    db.execute("""
        create table letters (
            broadcast integer not null references broadcasts (id) on delete cascade,
            person integer not null references people (id) on delete cascade,
            since text not null,
            due_at text not null,
            is_out integer not null,
            tries integer not null,
            primary key (broadcast, person)
        ) strict, without rowid
    """)
    db.execute("create index letters_of_person on letters (person)")
    db.execute("create index letters_due on letters (broadcast, due_at) where not is_out")
    _count_weeks(db)


def _count_weeks(db: Database) -> None:
    db.execute("""
        create table weeks (
            monday text primary key,
            sessions integer not null,
            people integer not null
        ) strict, without rowid
    """)
    db.execute("""
        insert into weeks (monday, sessions, people)
        select date(began_at, 'weekday 0', '-6 days') as week, count(*), count(distinct person) from sessions
        where not live and week is not null and exists (select 1 from done where session = sessions.id) group by week
    """)


@migrations()
def m033_strangers(db: Database) -> None:
    db.execute("create table strangers (person integer primary key, at text not null) strict")
    db.execute("create index strangers_by_age on strangers (at)")


@migrations()
def m034_stopped_by_columns(db: Database) -> None:
    _number_deliveries_once(db)
    for column in ("exercise text", "form text", "side text", "counts integer", "held integer"):
        db.execute(f"alter table sessions add column beat_{column}")
    db.execute("""
        create table courses (
            session integer not null references sessions (id) on delete cascade,
            beat integer not null,
            lasts integer not null,
            item integer not null,
            exercise text not null,
            form text not null,
            side text,
            seconds integer not null,
            held integer not null,
            primary key (session, beat)
        ) strict, without rowid
    """)
    _write_down_what_counts(db)


def _number_deliveries_once(db: Database) -> None:
    """Changes only the schema, since there may be millions of rows. SQLite names this way:
    https://www.sqlite.org/lang_altertable.html
    """
    db.execute("pragma writable_schema = on")
    db.execute(
        "update sqlite_master set sql = replace(sql, 'id integer primary key,', 'id integer primary key autoincrement,')"
        " where type = 'table' and name = 'deliveries'"
    )
    db.execute(
        "insert into sqlite_sequence (name, seq) select 'deliveries', max(id) from deliveries having max(id) is not null"
    )
    db.execute("pragma writable_schema = reset")
    (version,) = db.execute("pragma schema_version").fetchone()
    db.execute(
        f"pragma schema_version = {version + 1}"
    )  # so that whoever else has the file open reads it anew


def _write_down_what_counts(db: Database) -> None:
    """Fills in the open sessions, from scripts of both versions. Passes over a script that can't be read."""
    db.execute("""
        insert or ignore into courses
        with scripts as (
            select id, script from sessions where live and json_valid(script)
        ), beats as (
            select
                scripts.id as session, beat.key as beat, coalesce(json_extract(beat.value, '$.kind'), json_extract(beat.value, '$[0]')) as kind,
                cast(coalesce(json_extract(beat.value, '$.item'), json_extract(beat.value, '$[1]')) as integer) as item,
                cast(coalesce(json_extract(beat.value, '$.exercise'), json_extract(beat.value, '$[2]')) as text) as exercise,
                cast(coalesce(json_extract(beat.value, '$.form'), json_extract(beat.value, '$[3]')) as text) as form,
                cast(coalesce(json_extract(beat.value, '$.seconds'), json_extract(beat.value, '$[4]'), 0) as integer) as lasts,
                cast(coalesce(json_extract(beat.value, '$.side'), json_extract(beat.value, '$[5]')) as text) as side,
                cast(coalesce(json_extract(beat.value, '$.set_up'), 0) as integer) as set_up
            from scripts, json_each(script, iif(json_type(script) = 'array', '$', '$.beats')) as beat
            where beat.type in ('object', 'array')
        ), counted as (
            select
                *, iif(kind in ('hold', 'repeat'), lasts, 0) as held, lag(set_up, 1, 0) over one as lead,
                iif(lead(kind) over one = 'rest', lead(lasts) over one, 0) as rest
            from beats window one as (partition by session order by beat)
        )
        select session, beat, lasts, item, exercise, form, side, iif(held > 0, held + lead + rest, 0), held from counted
    """)
    db.execute("""
        update sessions set (beat_exercise, beat_form, beat_side, beat_counts, beat_held) = (
            select exercise, form, side, seconds, held from courses where session = sessions.id and beat = sessions.beat
        ) where live
    """)
    db.execute("delete from courses where session in (select id from sessions where led = 'taps')")


@migrations()
def m035_less_and_rests(db: Database) -> None:
    db.execute("alter table people add column taken_down text not null default ''")
    db.execute("alter table own_lines add column rest integer")
    db.execute("alter table own_exercises add column rest integer")


@migrations()
def m037_news_and_strangers_in_danger(db: Database) -> None:
    db.execute("alter table people add column skips_news integer not null default 0")
    db.execute("""
        create index people_without_news on people (id) where
        skips_news or after_birth or age is '0' or cleared in ('urgent', 'emergency')
        or rest in ('until-asked', 'asked') or rests_until is not null
        or rest = 'until-clear' and cleared not in ('clear', 'soon')
        or instr(tags, '"surgery"') and not instr(allowed, '"surgery"')
        or instr(tags, '"stiff-spine"') and not instr(allowed, '"stiff-spine"')
    """)
    db.execute("alter table broadcasts add column twice integer not null default 0")
    db.execute("alter table letters add column is_unsure integer not null default 0")
    db.execute("alter table chats add column papers text")
    db.execute("create index chats_papers on chats (bot) where papers is not null")
    db.execute("alter table strangers add column rest text not null default 'none'")
    db.execute("alter table strangers add column rests_until text")


@migrations()
def m038_messages_that_go_together(db: Database) -> None:
    db.execute("alter table chats add column together text")
    db.execute("alter table chats add column together_at text")
    db.execute("create index chats_together on chats (together_at) where together_at is not null")


@migrations()
def m039_seated_today(db: Database) -> None:
    db.execute("alter table people add column seated_at text")


@migrations()
def m040_pauses_that_begin_later(db: Database) -> None:
    db.execute("alter table reminders add column paused_from text")


@migrations()
def m041_complaints_that_wait(db: Database) -> None:
    db.execute("alter table people add column complained integer not null default 0")
