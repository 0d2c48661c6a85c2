from pathlib import Path

import pytest

from bot.app.knowing import knowledge
from bot.coach.known.knowledge import Knowledge
from tests.examples import CONTENT
from tests.foreign import content_with


@pytest.fixture(scope="session")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return content_with(CONTENT, tmp_path_factory.mktemp("content"))


@pytest.fixture(scope="session")
def known(content: Path) -> Knowledge:
    return knowledge(content)
