from __future__ import annotations

import base64
from typing import Any

import pytest

from tests.wires.messages.requests import ASK, call, find_refused_item, get_blocks, output, part, say

PDF = base64.b64encode(b"%PDF-1.4").decode()
PNG = base64.b64encode(b"\x89PNG").decode()


def test_results_in_parts():
    image = {"type": "input_image", "image_url": f"data:image/png;base64,{PNG}"}
    sent = {"type": "image", "source": {"type": "base64", "media_type": "image/png", "data": PNG}}
    (content,) = [one["content"] for one in get_blocks(ASK, call(), output("c1", [part("a"), image]))[2]]
    assert content == [part("a", "text"), sent]
    video = {"type": "input_video", "video_url": "http://u"}
    assert find_refused_item(ASK, call(), output("c1", [part("a"), video])) == "input[2].output[1]"


@pytest.mark.parametrize(
    ("given", "source"),
    [
        ({"image_url": "https://u/i.png"}, {"type": "url", "url": "https://u/i.png"}),
        (
            {"image_url": f"data:image/png;base64,{PNG}", "detail": "auto"},
            {"type": "base64", "media_type": "image/png", "data": PNG},
        ),
        (
            {"image_url": f"data:image/JPG;base64,{PNG}"},
            {"type": "base64", "media_type": "image/jpeg", "data": PNG},
        ),
        ({"file_id": "file_011", "detail": None}, {"type": "file", "file_id": "file_011"}),
    ],
)
def test_images(given: Any, source: Any):
    assert get_blocks(say("user", {"type": "input_image", **given})) == [
        [{"type": "image", "source": source}]
    ]


@pytest.mark.parametrize(
    ("given", "path"),
    [
        ({"image_url": "https://u", "detail": "high"}, "detail"),
        ({"image_url": "https://u", "detail": "low"}, "detail"),
        ({"image_url": "data:image/png;base64,%%%"}, "image_url"),
        ({"image_url": "data:text/plain;base64,aGk="}, "image_url"),
        ({"image_url": "data:nothing"}, "image_url"),
        ({"file_id": "file-abc"}, "file_id"),
    ],
)
def test_images_that_are_refused(given: Any, path: str):
    image = {"type": "input_image", **given}
    assert find_refused_item(ASK, say("user", part("a"), image)) == f"input[1].content[1].{path}"


@pytest.mark.parametrize(
    ("given", "source"),
    [
        ({"file_url": "https://u/a.pdf"}, {"type": "url", "url": "https://u/a.pdf"}),
        (
            {"file_data": f"data:application/pdf;base64,{PDF}"},
            {"type": "base64", "media_type": "application/pdf", "data": PDF},
        ),
        (
            {"file_data": PDF, "filename": "a.pdf"},
            {"type": "base64", "media_type": "application/pdf", "data": PDF},
        ),
        (
            {"file_data": "data:text/plain;base64,w6Q="},
            {"type": "text", "media_type": "text/plain", "data": "ä"},
        ),
        ({"file_data": "data:text/csv,a%2Cb"}, {"type": "text", "media_type": "text/plain", "data": "a,b"}),
        ({"file_id": "file_011"}, {"type": "file", "file_id": "file_011"}),
    ],
)
def test_files(given: Any, source: Any):
    ((block,),) = get_blocks(say("user", {"type": "input_file", **given}))
    assert (block["type"], block["source"]) == ("document", source)
    assert block.get("title") == given.get("filename")


@pytest.mark.parametrize(
    ("given", "path"),
    [
        ({"file_data": "data:application/zip;base64,aGk=", "filename": "a.zip"}, "file_data"),
        ({"file_data": "data:text/plain;base64,/w=="}, "file_data"),
        ({"file_data": "%%%", "filename": "a.pdf"}, "file_data"),
        ({"file_data": "aGk="}, "file_data"),
        ({"file_id": "file-abc"}, "file_id"),
    ],
)
def test_files_that_are_refused(given: Any, path: str):
    file = {"type": "input_file", **given}
    assert find_refused_item(ASK, say("user", file)) == f"input[1].content[0].{path}"


@pytest.mark.parametrize(
    ("role", "kind"),
    [("user", "input_video"), ("user", "input_audio"), ("user", "refusal"), ("assistant", "input_image")],
)
def test_other_parts_are_refused(role: str, kind: str):
    assert find_refused_item(ASK, say(role, part("a"), {"type": kind})) == "input[1].content[1]"
