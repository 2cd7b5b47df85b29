"""Answers recorded from a real network, and ways to spoil them."""

import json
from copy import deepcopy
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

_FOLDER = Path(__file__).parents[2] / "recordings" / "bluesky"

RUBBISH = (
    st.none()
    | st.booleans()
    | st.integers(-(2**80), 2**80)
    | st.floats()
    | st.text(st.characters(codec=None), max_size=30)
    | st.just([])
    | st.just({})
    | st.just([[[{}]]])
    | st.just({"$type": "app.bsky.embed.unknown#view", "record": {"$type": "x#viewRecord"}})
)


def recorded(name: str) -> dict[str, Any]:
    """Return an answer as it was recorded."""
    return json.loads((_FOLDER / f"{name}.json").read_text())


@st.composite
def spoiled(draw: st.DrawFn, answer: str | dict[str, Any]) -> dict[str, Any]:
    """Return an answer, or the recorded one of that name, with values replaced or removed."""
    answer = recorded(answer) if isinstance(answer, str) else deepcopy(answer)
    for _ in range(draw(st.integers(1, 6))):
        holder: Any = answer
        for _ in range(draw(st.integers(1, 8))):
            keys = list(holder) if isinstance(holder, dict) else list(range(len(holder)))
            if not keys:
                break
            key = draw(st.sampled_from(keys))
            if isinstance(holder[key], dict | list) and holder[key] and draw(st.booleans()):
                holder = holder[key]
                continue
            if draw(st.booleans()):
                holder[key] = deepcopy(draw(RUBBISH))
            else:
                del holder[key]
            break
    return answer
