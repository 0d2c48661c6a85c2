"""Who is drawn here is lit by an eighth of the ways of light, which makes most of drawing: what is looked at is who stands where."""

from collections.abc import Iterator

import pytest

from bot.figure.look import light

LOOK_AT_LIGHT = {"test_render", "test_folds"}


@pytest.fixture(autouse=True, scope="module")
def few_ways_of_light(request: pytest.FixtureRequest) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        if request.path.stem not in LOOK_AT_LIGHT:
            patch.setattr(light, "SKY_WAYS", light.SKY_WAYS // 8)
            patch.setattr(light, "KEY_WAYS", light.KEY_WAYS // 8)
        yield
