"""Every rewrite by a tiny document before and after; `~Name` stands for a `$ref` path."""

from __future__ import annotations

import copy

import pytest

from codegen.document import read_document
from codegen.normalise import REWRITES, normalise
from codegen.problems import CodegenError
from codegen.schema import Document
from tests.codegen.documents import GOLDEN, SPEC, parse

CASES: list[tuple[str, str, str]] = [
    (
        "drop_site_keys",
        """
        A: {title: An A, type: object, x-order: 1, properties: {title: {type: string, example: hi}}}
        """,
        """
        A: {type: object, properties: {title: {type: string}}}
        """,
    ),
    (
        "replace_recursive_refs",
        """
        Filter:
          $recursiveAnchor: true
          properties: {filters: {type: array, items: {anyOf: [{type: string}, {$recursiveRef: '#'}]}}}
        """,
        """
        Filter:
          $recursiveAnchor: true
          properties: {filters: {type: array, items: {anyOf: [{type: string}, {$ref: ~Filter}]}}}
        """,
    ),
    (
        "fold_annotated_refs",
        "A: {allOf: [$ref: ~B], properties: {x: {type: string}}}\nB: {properties: {y: {type: string}}}",
        "A: {allOf: [$ref: ~B], properties: {x: {type: string}}}\nB: {properties: {y: {type: string}}}",
    ),
    (
        "rename_one_of",
        "A: {items: {oneOf: [{type: string}, {type: integer}], description: Either.}}",
        "A: {items: {anyOf: [{type: string}, {type: integer}], description: Either.}}",
    ),
    (
        "rename_one_of",
        "A: {oneOf: [{type: string}], anyOf: [{type: integer}]}",
        "A: {anyOf: [{type: string}, {type: integer}]}",
    ),
    (
        "split_type_lists",
        "A: {type: [string, 'null'], maxLength: 5, description: Short., default: x}",
        "A: {description: Short., default: x, anyOf: [{type: string, maxLength: 5}, {type: 'null'}]}",
    ),
    (
        "fold_annotated_refs",
        "A: {properties: {b: {allOf: [{$ref: ~B}, {description: Mine.}]}}}\nB: {type: string}",
        "A: {properties: {b: {$ref: ~B, description: Mine.}}}\nB: {type: string}",
    ),
    (
        "fold_annotated_refs",
        "A: {allOf: [{$ref: ~B}, {default: x}], description: Around.}\nB: {type: string}",
        "A: {$ref: ~B, default: x, description: Around.}\nB: {type: string}",
    ),
    (
        "merge_all_of",
        """
        A: {type: object, properties: {a: {type: string}, b: {type: string}}, required: [a]}
        B:
          description: Both.
          allOf: [{$ref: ~A}, {type: object, properties: {b: {type: string, maxLength: 1}}, required: [b]}]
        """,
        """
        A: {type: object, properties: {a: {type: string}, b: {type: string}}, required: [a]}
        B:
          type: object
          properties: {a: {type: string}, b: {type: string, maxLength: 1}}
          description: Both.
          required: [a, b]
        """,
    ),
    (
        "merge_all_of",
        "A: {allOf: [{properties: {a: {type: string}}}], properties: {b: {type: integer}}, required: [a]}",
        "A: {type: object, properties: {a: {type: string}, b: {type: integer}}, required: [a]}",
    ),
    (
        "merge_all_of",  # forbidden in one part is forbidden in the whole, in either order
        """
        A: {allOf: [{properties: {a: {type: string, minLength: 1, maxLength: 0}}}, {$ref: ~B}]}
        B: {properties: {a: {type: boolean}}}
        C: {allOf: [{$ref: ~B}, {properties: {a: {type: string, minLength: 1, maxLength: 0}}}]}
        """,
        """
        A: {type: object, properties: {a: {type: string, minLength: 1, maxLength: 0}}}
        B: {properties: {a: {type: boolean}}}
        C: {type: object, properties: {a: {type: string, minLength: 1, maxLength: 0}}}
        """,
    ),
    (
        "drop_forbidden_fields",
        "A: {properties: {a: {type: string, minLength: 1, maxLength: 0}, b: {type: string, maxLength: 0}}}",
        "A: {properties: {b: {type: string, maxLength: 0}}}",
    ),
    (
        "write_single_enums_as_const",
        "A: {properties: {type: {type: string, enum: [a], default: a}, b: {type: string, enum: [x, y]}}}",
        "A: {properties: {type: {const: a}, b: {type: string, enum: [x, y]}}}",
    ),
    (
        "flatten_unions",
        "A: {anyOf: [{type: 'null'}, {anyOf: [{type: string}, {type: integer}]}, {type: string}]}",
        "A: {anyOf: [{type: string}, {type: integer}, {type: 'null'}]}",
    ),
    (
        "flatten_unions",  # a tagged union inside stays one, so that it keeps its tag
        "A: {anyOf: [{discriminator: {propertyName: type}, anyOf: [{$ref: ~B}, {$ref: ~C}]}, {type: 'null'}]}",
        "A: {anyOf: [{discriminator: {propertyName: type}, anyOf: [{$ref: ~B}, {$ref: ~C}]}, {type: 'null'}]}",
    ),
    (
        "unwrap_single_unions",
        """
        A: {anyOf: [{$ref: ~B}]}
        B: {properties: {a: {anyOf: [{$ref: ~A}], discriminator: {propertyName: type}, description: An A.}}}
        C: {properties: {a: {anyOf: [{type: 'null'}]}}}
        """,
        """
        A: {anyOf: [{$ref: ~B}]}
        B: {properties: {a: {$ref: ~A, description: An A.}}}
        C: {properties: {a: {anyOf: [{type: 'null'}]}}}
        """,
    ),
    (
        "move_null_to_uses",
        """
        A: {anyOf: [{type: string, enum: [x, y]}, {type: 'null'}], description: Maybe.}
        B: {properties: {a: {$ref: ~A, description: Mine.}, n: {anyOf: [{$ref: ~A}, {type: 'null'}]}}}
        """,
        """
        A: {type: string, enum: [x, y], description: Maybe.}
        B:
          properties:
            a: {description: Mine., anyOf: [{$ref: ~A}, {type: 'null'}]}
            n: {anyOf: [{$ref: ~A}, {type: 'null'}]}
        """,
    ),
    (
        "move_null_to_uses",  # through a name that only stands for a nullable one
        """
        A: {anyOf: [{type: string}, {type: 'null'}]}
        B: {$ref: ~A}
        C: {type: array, items: {$ref: ~B}}
        """,
        """
        A: {type: string}
        B: {$ref: ~A}
        C: {type: array, items: {anyOf: [{$ref: ~B}, {type: 'null'}]}}
        """,
    ),
]
STREAM = """
openapi: 3.1.0
components: {schemas: {A: {type: object}, B: {type: object}}}
paths:
  /x: {post: {responses: {'200': {content: {text/event-stream: {schema: {anyOf: [{$ref: ~A}, {$ref: ~B}]}}}}}}}
"""


def make(schemas: str) -> Document:
    return {"openapi": "3.1.0", "paths": {}, "components": {"schemas": parse(schemas)}}


def list_documents() -> list[Document]:
    files = [SPEC / "openresponses.yaml", SPEC / "openai.yaml", GOLDEN / "spec" / "tiny.yaml"]
    return [
        *(read_document(file) for file in files),
        *(make(before) for _, before, _ in CASES),
        parse(STREAM),
    ]


@pytest.mark.parametrize(("name", "before", "after"), CASES)
def test_rewrite_changes_the_form(name: str, before: str, after: str):
    rewrite = next(rewrite for rewrite in REWRITES if rewrite.__name__ == name)
    assert rewrite(make(before)) == make(after)


def test_name_stream_union_names_the_union_of_events():
    rewrite = next(rewrite for rewrite in REWRITES if rewrite.__name__ == "name_stream_union")
    document = rewrite(parse(STREAM))
    union = document["components"]["schemas"]["StreamingEvent"]
    assert union["anyOf"] == parse("[{$ref: ~A}, {$ref: ~B}]")
    content = document["paths"]["/x"]["post"]["responses"]["200"]["content"]
    assert content == parse("text/event-stream: {schema: {$ref: ~StreamingEvent}}")


def test_name_stream_union_refuses_a_second_union_that_differs():
    document = parse(STREAM + STREAM.splitlines()[-1].replace("/x", "/y").replace("~B", "~A"))
    with pytest.raises(CodegenError, match=r"StreamingEvent: .* another union of events"):
        normalise(document)


def test_every_rewrite_has_a_case():
    assert {rewrite.__name__ for rewrite in REWRITES} == {name for name, _, _ in CASES} | {
        "name_stream_union"
    }


def test_no_rewrite_mutates_its_argument():
    for document in list_documents():
        for rewrite in REWRITES:
            before = copy.deepcopy(document)
            after = rewrite(document)
            assert document == before, rewrite.__name__
            document = after


def test_normalise_is_idempotent():
    for document in list_documents():
        normalised = normalise(document)
        assert normalise(normalised) == normalised


def test_rewrites_leave_no_form_that_they_are_there_to_remove():
    text = "".join(str(normalise(document)) for document in list_documents())
    assert "'allOf'" not in text
    assert "'oneOf'" not in text
    assert "'$recursiveRef'" not in text


@pytest.mark.parametrize(
    ("schemas", "message"),
    [
        ("A: {allOf: [{$ref: ~A}, {required: [x]}]}", "A: its allOf leads back to itself through 'A'"),
        (
            "A: {allOf: [{$ref: ~B}, {properties: {x: {}}}]}\nB: {allOf: [{$ref: ~A}, {properties: {y: {}}}]}",
            "A: its allOf leads back to itself through 'A'",
        ),
        (
            "A: {allOf: [{type: string}, {properties: {x: {type: string}}}]}",
            "A: its allOf mixes an object with 'string'",
        ),
        (
            "A: {allOf: [{$ref: ~B}, {properties: {x: {type: string}}}]}\nB: {anyOf: [{type: string}, {const: 1}]}",
            "A: its allOf mixes an object with 'a union'",
        ),
        (
            "A: {allOf: [{properties: {x: {type: string}}}, {properties: {x: {type: boolean}}}]}",
            "A.x: the parts of its allOf give it different types: boolean and string",
        ),
    ],
    ids=["own-cycle", "cycle-of-two", "string", "union", "field-types"],
)
def test_all_of_that_cannot_be_merged_is_an_error_that_names_the_schema(schemas: str, message: str):
    with pytest.raises(CodegenError) as caught:
        normalise(make(schemas))
    assert str(caught.value) == message
