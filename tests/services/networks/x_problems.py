"""How X says no."""

from typing import Any

from services.loopback import Response, json_response

_TYPES = "https://api.x.com/2/problems/"


def problem(status: int, title: str, detail: str, kind: str = "", **more: Any) -> Response:
    """Answer with a problem; `kind` is the last part of its type, none for "about:blank"."""
    named = {"title": title, "detail": detail, "type": _TYPES + kind if kind else "about:blank"}
    return json_response(named | {"status": status} | more, status)


def invalid(parameter: str, detail: str) -> Response:
    """Refuse a request that is wrong in itself."""
    error = {"parameters": {parameter: []}, "message": detail}
    detail = "One or more parameters to your request was invalid."
    return problem(400, "Invalid Request", detail, "invalid-request", errors=[error])


def unauthorized() -> Response:
    """Refuse a token."""
    return problem(401, "Unauthorized", "Unauthorized")


def forbidden(detail: str) -> Response:
    """Refuse an action."""
    return problem(403, "Forbidden", detail)


def wrong_tier(client_id: str) -> Response:
    """Refuse what the plan does not include."""
    return problem(
        403,
        "Client Forbidden",
        "This client is not enrolled for the level of access that the endpoint requires.",
        "client-forbidden",
        client_id=client_id,
        reason="client-not-enrolled",
        required_enrollment="Appropriate Level of API Access",
    )


def missing(kind: str, parameter: str, value: str) -> dict[str, Any]:
    """Return the entry of `errors` for something that is not there."""
    return {
        "title": "Not Found Error",
        "detail": f"Could not find {kind} with {parameter}: [{value}].",
        "type": _TYPES + "resource-not-found",
        "resource_type": kind,
        "resource_id": value,
        "parameter": parameter,
        "value": value,
    }


def hidden(kind: str, parameter: str, value: str) -> dict[str, Any]:
    """Return the entry of `errors` for something that the account may not see."""
    return {
        "title": "Authorization Error",
        "detail": f"Sorry, you are not authorized to see the {kind} with {parameter}: [{value}].",
        "type": _TYPES + "not-authorized-for-resource",
        "resource_type": kind,
        "resource_id": value,
        "parameter": parameter,
        "value": value,
        "section": "data",
    }
