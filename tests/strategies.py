"""Random scripts for property tests, of every shape the domain allows."""

from dataclasses import replace

from hypothesis import strategies as st

from bot.domain.library.exercise import Dose, Form, FormRef, Pace, Position, Side
from bot.domain.session.script import Part, Script, write
from tests.examples import CAT

SIDES: tuple[tuple[Side, ...], ...] = (
    (),
    (Side.LEFT, Side.RIGHT),
    (Side.BACKWARD, Side.FORWARD),
    (Side.LEFT,),
)

doses = st.builds(
    Dose,
    hold=st.integers(0, 60),
    move=st.integers(0, 10),
    repetitions=st.integers(1, 5),
    stations=st.integers(1, 3),
)


@st.composite
def forms(draw: st.DrawFn) -> Form:
    return replace(
        CAT,
        ref=FormRef(
            draw(st.sampled_from(["bend", "turn", "reach", "rest"])), draw(st.sampled_from(["a", "b"]))
        ),
        pace=draw(st.sampled_from(Pace)),
        position=draw(st.sampled_from(Position)),
        sides=draw(st.sampled_from(SIDES)),
    )


parts = st.lists(st.builds(Part, forms(), doses), min_size=1, max_size=5)
known = st.frozensets(st.sampled_from(["bend", "turn", "reach", "rest"]))


@st.composite
def scripts(draw: st.DrawFn) -> Script:
    return write(draw(parts), draw(known))
