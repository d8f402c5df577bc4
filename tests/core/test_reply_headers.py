"""The wait and the request id in the headers of a reply."""

from __future__ import annotations

import pytest

from any_llm._core.reply_headers import find_request_id, parse_retry_after

DATE = "Wed, 21 Oct 2015 07:28:00 GMT"
MOMENT = 1_445_412_480.0


@pytest.mark.parametrize(
    ("headers", "now", "wait"),
    [
        ({}, 0.0, None),
        ({"retry-after": "2"}, None, 2.0),
        ({"retry-after": " 1.5 "}, None, 1.5),
        ({"retry-after": "9", "retry-after-ms": "250"}, None, 0.25),
        ({"retry-after": "9", "retry-after-ms": "soon"}, None, 9.0),
        ({"retry-after": DATE}, MOMENT - 30, 30.0),
        ({"retry-after": DATE}, MOMENT + 30, 0.0),
        ({"retry-after": "Wed Oct 21 07:28:00 2015"}, MOMENT - 1, 1.0),
        ({"retry-after": "Wed, 21 Oct 2015 07:28:00 -0000"}, MOMENT - 1, 1.0),
        ({"retry-after": DATE, "date": "Wed, 21 Oct 2015 07:27:50 GMT"}, None, 10.0),
        ({"retry-after": DATE}, None, None),
        ({"retry-after": "nan"}, 0.0, None),
        ({"retry-after": "inf"}, 0.0, None),
        ({"retry-after": "-1"}, 0.0, None),
        ({"retry-after": "1_0"}, 0.0, None),
        ({"retry-after": "9" * 400}, 0.0, None),
        ({"retry-after": "Mon, 01 Jan 99999999999999999999 00:00:00 GMT"}, 0.0, None),
        ({"retry-after": "Mon, 01 Jan 2020 00:00:00 +99999999999999999999"}, 0.0, None),
    ],
)
def test_retry_after_is_read_in_seconds(
    headers: dict[str, str], now: float | None, wait: float | None
) -> None:
    assert parse_retry_after(headers, now=now) == wait


@pytest.mark.parametrize(
    ("headers", "request_id"),
    [
        ({"x-request-id": "a", "cf-ray": "b"}, "a"),
        ({"request-id": "a"}, "a"),
        ({"x-amzn-requestid": "a"}, "a"),
        ({"x-request-id": "", "cf-ray": "b"}, "b"),
        ({}, None),
    ],
)
def test_request_id_is_found(headers: dict[str, str], request_id: str | None) -> None:
    assert find_request_id(headers) == request_id
