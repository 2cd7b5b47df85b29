"""X's public description of its API, read where it lies, and a check of answers against it."""

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest

_FILE = Path("../shared/samples/x_api_v2_openapi_2.167.json")
_ROOT = Path(__file__).parents[3]
_TYPES: dict[str, tuple[type, ...]] = {
    "object": (dict,),
    "array": (list,),
    "string": (str,),
    "integer": (int,),
    "number": (int, float),
    "boolean": (bool,),
}

needs_description = pytest.mark.skipif(
    not (_ROOT / _FILE).exists(),
    reason=f"X's description of its API may not be kept in the project; it is read from {_FILE}",
)


@cache
def description() -> dict[str, Any]:
    """Return the document."""
    return json.loads((_ROOT / _FILE).read_text())


def operation(route: str) -> dict[str, Any]:
    """Return what the document says about a route written as "GET /2/users/:id"."""
    method, path = route.split()
    shape = re.sub(r":\w+", "{}", path)
    for known, operations in description()["paths"].items():
        if re.sub(r"\{\w+\}", "{}", known) == shape and method.lower() in operations:
            return operations[method.lower()]
    raise AssertionError(f"{route} is not in X's description")


def parameters(route: str) -> dict[str, dict[str, Any]]:
    """Return the schemas of what can be asked in the query, by name."""
    found = [_resolved(each) for each in operation(route).get("parameters", [])]
    return {each["name"]: each["schema"] for each in found if each["in"] == "query"}


def scopes(route: str) -> set[str]:
    """Return the scopes that a token needs."""
    for way in operation(route).get("security", []):
        if "OAuth2UserToken" in way:
            return set(way["OAuth2UserToken"])
    return set()


def faults_of(route: str, status: int, answer: object) -> list[str]:
    """Return where an answer differs from its description, nothing being allowed beside it."""
    responses = operation(route)["responses"]
    content = responses.get(str(status), responses.get("default", {}))["content"]
    kind = "application/json" if status < 400 else "application/problem+json"
    return list(_faults(answer, content[kind]["schema"], "answer"))


def _resolved(schema: dict[str, Any]) -> dict[str, Any]:
    while "$ref" in schema:
        found: Any = description()
        for part in schema["$ref"].removeprefix("#/").split("/"):
            found = found[part]
        schema = found
    return schema


def _faults(value: Any, schema: dict[str, Any], place: str) -> Any:
    schema = _resolved(schema)
    for word in ("oneOf", "anyOf"):
        if word in schema:
            tries = [list(_faults(value, each, place)) for each in schema[word]]
            yield from min(tries, key=len)
            return
    kind = schema.get("type", "object" if "properties" in schema else "")
    wrong_bool = isinstance(value, bool) and kind != "boolean"
    if kind and (not isinstance(value, _TYPES[kind]) or wrong_bool):
        yield f"{place}: {value!r} is no {kind}"
        return
    if "enum" in schema and value not in schema["enum"]:
        yield f"{place}: {value!r} is none of {schema['enum']}"
    if "pattern" in schema and not re.search(schema["pattern"], value):
        yield f"{place}: {value!r} does not fit {schema['pattern']}"
    if isinstance(value, list):
        for number, each in enumerate(value):
            yield from _faults(each, schema.get("items", {}), f"{place}[{number}]")
    if isinstance(value, dict) and "properties" in schema:
        known = schema["properties"]
        yield from (f"{place}: lacks {each}" for each in {*schema.get("required", ())} - {*value})
        for name, each in value.items():
            if name not in known:
                yield f"{place}: {name} is not described"
            else:
                yield from _faults(each, known[name], f"{place}.{name}")
