"""Behaviour of the golden package at run time. Run by test_golden.py in a process of its own.

Each `check_…` function is one behaviour; the names given as arguments are run, and the first failure ends the process.
"""

from __future__ import annotations

import sys

import tiny_types as tiny
from pydantic import TypeAdapter, ValidationError
from tiny_types import params, tables
from tiny_types.base import Unknown

ITEM = TypeAdapter(tiny.Item)
EVENT = TypeAdapter(tiny.ReplyEvent)
CALL = {"type": "call", "name": "f"}
USER = {"type": "message", "role": "user", "content": "hi"}
ROBOT = {"type": "message", "role": "assistant", "content": [{"type": "text", "text": "hello"}]}
REPLY = {"id": "re_1", "schema": "s", "error": None, "output": [USER, ROBOT, CALL]}


def fails(adapter: TypeAdapter[object], value: object) -> ValidationError:
    try:
        found = adapter.validate_python(value)
    except ValidationError as error:
        return error
    raise AssertionError(f"expected an error, got {found!r}")


def check_known_tags_give_their_classes() -> None:
    assert type(ITEM.validate_python(CALL)) is tiny.Call
    assert type(ITEM.validate_json('{"type": "call", "name": "f"}')) is tiny.Call
    assert type(EVENT.validate_python({"type": "item.done", "item": CALL})) is tiny.ItemDone


def check_role_tells_messages_apart() -> None:
    assert type(ITEM.validate_python(USER)) is tiny.UserMessage
    message = ITEM.validate_python(ROBOT)
    assert type(message) is tiny.AssistantMessage
    assert type(message.content[0]) is tiny.Text


def check_unknown_tag_gives_the_unknown_class_with_everything() -> None:
    sent = {"type": "acme:trace", "id": 1, "deep": {"a": [None]}}
    item = ITEM.validate_python(sent)
    assert type(item) is tiny.UnknownItem
    assert (item.tag, item.raw, item.model_dump()) == ("acme:trace", sent, sent)
    assert type(EVENT.validate_python({"type": "acme.ping"})) is tiny.UnknownEvent
    part = ITEM.validate_python({**ROBOT, "content": [{"type": "audio"}]}).content[0]
    assert type(part) is tiny.UnknownContent


def check_known_tag_with_a_bad_body_is_an_error_and_never_unknown() -> None:
    error = fails(ITEM, {"type": "call", "name": 3})
    assert ("call", "name") in [tuple(e["loc"][-2:]) for e in error.errors()], error.errors()
    assert {e["type"] for e in error.errors()} == {"string_type", "known_tag"}
    fails(ITEM, {**ROBOT, "content": [{"type": "text", "text": []}]})
    fails(EVENT, {"type": "reply.started", "reply": 5})
    fails(ITEM, {"type": "message", "role": "stranger"})
    fails(ITEM, {"name": "no type at all"})


def check_type_is_always_dumped() -> None:
    assert tiny.Call(type="call", name="f").model_dump() == CALL
    assert tiny.Text(type="text", text="a").model_dump_json() == '{"type":"text","text":"a"}'
    fails(TypeAdapter(tiny.Call), {"name": "f"})


def check_absent_null_and_value_stay_three_things() -> None:
    for extra in ({}, {"note": None}, {"note": "n"}):
        sent = {**REPLY, **extra}
        reply = tiny.Reply.model_validate(sent)
        assert reply.note == extra.get("note")
        assert ("note" in reply.model_fields_set) == ("note" in extra)
        assert reply.model_dump() == sent


def check_required_nullable_keeps_its_null() -> None:
    assert tiny.Reply.model_validate(REPLY).model_dump()["error"] is None
    absent = tiny.Reply.model_validate({"id": "re_1"})
    assert absent.error is None
    assert absent.model_dump() == {"id": "re_1"}


def check_missing_required_fields_do_not_raise() -> None:
    reply = tiny.Reply.model_validate({})
    assert (reply.id, reply.output, reply.model_dump()) == (None, None, {})
    assert tables.REQUIRED["Reply"] == {"id", "schema", "error", "output"}


def check_new_enum_value_is_an_unknown_value() -> None:
    reply = tiny.Reply.model_validate({**REPLY, "mode": "sideways"})
    assert type(reply.mode) is tiny.UnknownValue
    assert reply.mode == "sideways"
    assert reply.model_dump_json().endswith('"mode":"sideways"}')
    assert type(tiny.Reply.model_validate({**REPLY, "mode": "fast"}).mode) is str


def check_value_of_the_wrong_shape_is_dumped_as_it_came() -> None:
    reply = tiny.Reply.model_construct(id=5, mode=7, usage="much")
    assert reply.model_dump() == {"id": 5, "mode": 7, "usage": "much"}
    assert reply.model_dump_json() == '{"id":5,"mode":7,"usage":"much"}'


def check_union_of_an_enum_and_objects_keeps_each_of_them() -> None:
    objects = (CALL, {"type": "text", "text": "a"}, {"type": "acme:new", "deep": {"a": 1}})
    for choice in ("fast", "sideways", *objects):
        sent = {**REPLY, "choice": choice}
        reply = tiny.Reply.model_validate(sent)
        assert reply.model_dump() == sent
        assert tiny.Reply.model_validate_json(reply.model_dump_json()).model_dump() == sent
    kinds = [type(tiny.Reply.model_validate({"choice": choice}).choice) for choice in objects]
    assert kinds == [tiny.Call, tiny.Text, tiny.UnknownObject]


def check_field_named_schema_has_an_alias_and_keeps_its_name_on_the_wire() -> None:
    reply = tiny.Reply.model_validate(REPLY)
    assert reply.schema_ == "s"
    assert reply.model_dump()["schema"] == "s"
    assert tiny.Reply(schema_="t").model_dump() == {"schema": "t"}
    assert params.FormatParam.__annotations__.keys() == {"schema", "strict"}


def check_inline_object_named_list_and_named_map() -> None:
    reply = tiny.Reply.model_validate({**REPLY, "usage": {"tokens": 3}, "labels": {"a": "b"}, "scores": [1, 0.5]})
    assert type(reply.usage) is tiny.ReplyUsage
    assert (reply.usage.tokens, reply.labels, reply.scores) == (3, {"a": "b"}, [1.0, 0.5])
    fails(TypeAdapter(tiny.Labels), {"a": 1})


def check_unknown_fields_are_kept() -> None:
    sent = {**CALL, "acme": {"x": 1}}
    assert ITEM.validate_python(sent).model_dump() == sent


def check_tables_name_the_classes() -> None:
    assert tables.EVENTS == {"reply.started": "ReplyStarted", "item.done": "ItemDone"}


def check_request_types_say_what_is_required_and_what_may_be_null() -> None:
    adapter = TypeAdapter(params.CreateReply)
    adapter.validate_python({"model": "m", "input": "hi"})
    adapter.validate_python({"model": "m", "input": [USER, ROBOT], "mode": "fast", "format": None})
    fails(adapter, {"model": "m"})
    fails(adapter, {"model": "m", "input": "hi", "mode": None})
    fails(adapter, {"model": "m", "input": "hi", "mode": "sideways"})
    fails(adapter, {"model": "m", "input": "hi", "format": {"strict": True}})


def check_package_lists_every_name_and_loads_them_on_first_use() -> None:
    assert "tiny_types.reply" in sys.modules  # asked for above
    assert all(getattr(tiny, name) is not None for name in tiny.__all__)
    assert all(getattr(params, name) is not None for name in params.__all__)
    assert list(tiny.__all__) == sorted(tiny.__all__)
    assert issubclass(tiny.UnknownItem, Unknown)
    assert "Nothing" not in dir(tiny)


if __name__ == "__main__":
    for name in sys.argv[1:]:
        globals()[name]()
