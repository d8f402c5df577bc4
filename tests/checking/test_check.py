"""A whole check against loopback servers: what is said of a good one, and of one that is wrong in one place."""

from __future__ import annotations

import json
from typing import Any

import pytest

from any_llm.checking import Finding, Report, check_endpoint
from any_llm.checking.features import FEATURES
from any_llm.exceptions import InvalidRequestError
from tests.checking.endpoint import ERROR, GOOD, HELLO, call, reply, respond, stream, stream_reply, text
from tests.support.wire_answers import PATHS, build_reply
from tests.support.wire_server import Reply, WireServer

KEY = "sk-check-4711-secret"


def check(server: WireServer, **spoilt: Reply) -> Report:
    server.script(*{**GOOD, **{name.replace("_", " "): one for name, one in spoilt.items()}}.values())
    return check_endpoint(server.url, "m", api_key=KEY, timeout=5)


def find(report: Report, feature: str) -> Finding:
    (found,) = [finding for finding in report.findings if finding.feature == feature]
    return found


def test_a_good_endpoint(server: WireServer) -> None:
    report = check(server)
    assert {finding.feature: finding.verdict for finding in report.findings} == dict.fromkeys(
        ["basic", "stream", "event order", *list(FEATURES)[2:]], "yes"
    )
    assert [finding.problems for finding in report.findings if finding.problems] == []
    assert (report.requests, len(server.requests)) == (len(GOOD), len(GOOD))
    assert (report.exit_status, report.failure) == (0, "")
    assert report.verdict == "Works, and nothing that was seen departs from the document."
    server.wait_closed()


def test_every_request_carries_the_key_and_none_is_made_twice(server: WireServer) -> None:
    check(server, basic=Reply(500), images=Reply(503))
    assert len(server.requests) == len(GOOD)
    assert {request.headers["authorization"] for request in server.requests} == {f"Bearer {KEY}"}


REFUSED = reply(ERROR, 400)


@pytest.mark.parametrize(
    ("name", "spoilt", "feature", "verdict"),
    [
        ("basic", REFUSED, "basic", "no"),
        ("basic", reply(respond()), "basic", "no"),
        ("stream", HELLO, "stream", "no"),
        ("stream", REFUSED, "stream", "no"),
        ("limits", HELLO, "limits", "yes"),
        ("limits", reply(respond(text("1")) | {"usage": None}), "limits", "unclear"),
        ("tools", HELLO, "tools", "ignored"),
        ("tools", REFUSED, "tools", "no"),
        ("tools", reply(respond({**call("get_weather"), "input": {"town": 1}})), "tools", "unclear"),
        ("choice none", reply(respond(call("get_weather"))), "tool choice", "ignored"),
        ("choice of a name", reply(respond(call("get_weather"))), "tool choice", "ignored"),
        ("tool output", reply(respond()), "tool output", "unclear"),
        ("schema", HELLO, "schema", "ignored"),
        ("schema", reply(respond(text('{"name": "Ada", "age": "36"}'))), "schema", "ignored"),
        ("images", REFUSED, "images", "no"),
        ("state again", reply(respond(text("?"), tokens=5)), "state", "ignored"),
        ("state again", REFUSED, "state", "no"),
        ("state again", reply(respond(text("?")) | {"usage": None}), "state", "unclear"),
        ("compact", REFUSED, "compact", "no"),
        ("compact", Reply(200, b"<html>"), "compact", "no"),
        ("websocket", Reply(426, b"{}"), "websocket", "no"),
        ("wrong model", HELLO, "errors", "ignored"),
        ("wrong value", Reply(hang_up=True), "errors", "no"),
    ],
)
def test_what_is_wrong_in_one_place(
    server: WireServer, name: str, spoilt: Reply, feature: str, verdict: str
) -> None:
    report = check(server, **{name.replace(" ", "_"): spoilt})
    assert find(report, feature).verdict == verdict
    others = [
        finding.verdict for finding in report.findings if finding.feature not in (feature, "event order")
    ]
    assert set(others) == {"yes"}


def test_departures_are_named_by_their_path_once(server: WireServer) -> None:
    body = respond(text("Hello"))
    del body["truncation"]
    body["output"][0]["status"] = 7
    report = check(server, basic=reply(body), images=reply(body))
    assert [problem.path for problem in find(report, "basic").problems] == ["output[0].status", "truncation"]
    assert find(report, "images").problems == []
    assert report.exit_status == 1
    assert report.verdict == "Works, with 2 departures from the document."


def test_responses_inside_events_count(server: WireServer) -> None:
    events = stream(text("Hello"))
    del events[0]["response"]["metadata"]
    del events[2]["output_index"]
    found = find(check(server, stream=stream_reply(*events)), "stream")
    assert {problem.path for problem in found.problems} == {"response.metadata", "output_index"}


def test_a_broken_order_is_told(server: WireServer) -> None:
    events = stream(text("Hello"))
    found = find(check(server, stream=stream_reply(*events[:3], *events[4:])), "event order")
    assert found.verdict == "no"
    assert found.problems


def test_errors_that_say_nothing(server: WireServer) -> None:
    found = find(check(server, wrong_model=Reply(500, b'{"error": "no"}')), "errors")
    assert [problem.path for problem in found.problems] == ["status", "error.message", "error.type"]


@pytest.mark.parametrize("wire", ["chat", "messages"])
def test_other_wires(server: WireServer, wire: Any) -> None:
    whole, pieces = build_reply(wire, is_stream=False), build_reply(wire, is_stream=True)
    server.script(whole, pieces, *[whole] * 7, REFUSED)
    report = check_endpoint(server.url, "m", wire=wire, api_key=KEY)
    assert {request.path for request in server.requests} == {f"/v1{PATHS[wire]}"}
    header = "x-api-key" if wire == "messages" else "authorization"
    assert all(KEY in request.headers[header] for request in server.requests)
    verdicts = {finding.feature: finding.verdict for finding in report.findings}
    assert (verdicts["basic"], verdicts["stream"], verdicts["errors"]) == ("yes", "yes", "yes")
    for feature in ("event order", "state", "compact", "websocket"):
        assert verdicts[feature] == "not on this wire"
    assert verdicts["tools"] == verdicts["schema"] == "ignored"


@pytest.mark.parametrize("limit", [1, 2, 5, 10])
def test_no_more_requests_than_allowed(server: WireServer, limit: int) -> None:
    server.script(*GOOD.values())
    report = check_endpoint(server.url, "m", max_requests=limit)
    assert len(server.requests) == report.requests == limit
    assert find(report, "errors").verdict == "not tried"


@pytest.mark.parametrize(
    "first",
    [reply(ERROR, 401), Reply(hang_up=True), reply(ERROR, 404)],
    ids=["key", "connection", "path or model"],
)
def test_what_cannot_be_checked(server: WireServer, first: Reply) -> None:
    server.script(first)
    report = check_endpoint(server.url, "m", api_key=KEY)
    assert (report.exit_status, len(server.requests)) == (2, 1)
    assert report.verdict.startswith("Could not be checked: ")


def test_the_key_is_shown_nowhere(server: WireServer) -> None:
    told = {"error": {"message": f"bad key {KEY}", "type": "x"}}
    report = check(server, basic=reply(told, 400), schema=reply(respond(text(KEY))))
    assert KEY not in json.dumps(report.to_json())
    assert KEY not in repr(report)


def test_an_address_that_is_none() -> None:
    with pytest.raises(InvalidRequestError, match="url: expected a URL"):
        check_endpoint("localhost:8080", "m")


def test_findings_are_told_as_they_come(server: WireServer) -> None:
    server.script(*GOOD.values())
    seen: list[Finding] = []
    report = check_endpoint(server.url, "m", on_finding=seen.append)
    assert seen == report.findings
