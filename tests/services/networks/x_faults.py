"""What goes wrong at X, to be ordered from its double.

Plain faults are given as they are (`lost`), those with a choice are called (`broken(503)`).
"""

import json
from collections.abc import Callable

from services.loopback import Answer, Loopback, Request, Response, reset
from services.loopback import silent as silence
from services.networks.x_calls import FIRST_PAGE
from services.networks.x_problems import forbidden, problem, unauthorized, wrong_tier

Act = Callable[[], Response]
Fault = Callable[[Request, Act], Answer]


def signed_out(_: Request, act: Act) -> Answer:
    """Take the token for one that opens nothing."""
    return unauthorized()


def out_of_credit(_: Request, act: Act) -> Answer:
    """Say that the credit bought from X is used up."""
    detail = "Your enrolled account does not have any credits to fulfill this request."
    return problem(402, "CreditsDepleted", detail, "credits", account_id=1)


def out_of_plan(_: Request, act: Act) -> Answer:
    """Say that the plan does not include the endpoint."""
    return wrong_tier("Y3JpZXVy")


def blocked(_: Request, act: Act) -> Answer:
    """Say no, for a reason that only people understand."""
    return forbidden("You are not permitted to perform this action.")


def gone(_: Request, act: Act) -> Answer:
    """Say that there is no such thing."""
    return problem(404, "Not Found", "Not Found")


def slow_down(**headers: str) -> Fault:
    """Ask to wait; write the headers as x_rate_limit_reset="..." and retry_after="..."."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    answer = problem(429, "Too Many Requests", "Too Many Requests")
    return lambda _, act: Response(429, answer.body, answer.headers | named)


def usage_capped(**headers: str) -> Fault:
    """Say that the month's posts are read, with rate limits that leave plenty of room."""
    named = {"x-rate-limit-limit": "300", "x-rate-limit-remaining": "299"}
    named |= {name.replace("_", "-"): value for name, value in headers.items()}
    detail = "Usage cap exceeded: Monthly product cap"
    more = {"period": "Monthly", "scope": "Product", "account_id": 1}
    answer = problem(429, "UsageCapExceeded", detail, "usage-capped", **more)
    return lambda _, act: Response(429, answer.body, answer.headers | named)


def broken(status: int = 503, body: bytes = b"upstream connect error") -> Fault:
    """Fail before anything was done."""
    return lambda _, act: Response(status, body, {"Content-Type": "text/plain"})


def broken_after(status: int = 503) -> Fault:
    """Fail after everything was done."""

    def answer(_: Request, act: Act) -> Answer:
        act()
        return Response(status, b"upstream connect error", {"Content-Type": "text/plain"})

    return answer


def lost(_: Request, act: Act) -> Answer:
    """Do what was asked, and let the answer be lost."""
    act()
    return reset


def dropped(_: Request, act: Act) -> Answer:
    """Hang up without doing anything."""
    return reset


def silent(server: Loopback) -> Fault:
    """Take the request and say nothing until the server ends."""
    return lambda _, act: silence(server.ended)


def truncated(_: Request, act: Act) -> Answer:
    """Do what was asked, and answer with half of the JSON, announced as if it were all."""
    answer = act()
    return Response(answer.status, answer.body[: len(answer.body) // 2], answer.headers)


def cut_off(_: Request, act: Act) -> Answer:
    """Do what was asked, and hang up in the middle of the answer."""
    answer = act()
    return Response(answer.status, answer.body, answer.headers, cut=150)


def looping(_: Request, act: Act) -> Answer:
    """Answer each page with a token that leads to the first one."""
    answer = act()
    values = json.loads(answer.body)
    values["meta"] = values.get("meta", {}) | {"next_token": FIRST_PAGE}
    return Response(answer.status, json.dumps(values).encode(), answer.headers)


def partly(*missing_ids: str) -> Fault:
    """Answer without some of the data, and name it among the errors."""

    def answer(_: Request, act: Act) -> Answer:
        answer = act()
        values = json.loads(answer.body)
        data = values.get("data", [])
        values["data"] = [each for each in data if each["id"] not in missing_ids]
        errors = [
            {
                "title": "Not Found Error",
                "type": "https://api.x.com/2/problems/resource-not-found",
                "detail": f"Could not find tweet with ids: [{each}].",
                "resource_type": "tweet",
                "resource_id": each,
                "parameter": "ids",
                "value": each,
            }
            for each in missing_ids
        ]
        values["errors"] = [*values.get("errors", []), *errors]
        return Response(answer.status, json.dumps(values).encode(), answer.headers)

    return answer
