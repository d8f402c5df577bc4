"""Each fault of the catalogue has the outcome that it is listed with, in both colours, and leaves no socket behind."""

from __future__ import annotations

import pickle

import pytest

from any_llm import exceptions
from tests.faults.catalogue import FAULTS, Fault
from tests.faults.trial import try_fault
from tests.support.wire_server import WireServer

CASES = [
    pytest.param(fault, is_stream, id=f"{fault.name} ({'stream' if is_stream else 'call'})")
    for fault in FAULTS
    for is_stream, outcome in ((False, fault.call), (True, fault.stream))
    if outcome is not None
]


@pytest.mark.parametrize("colour", ["sync", "async"])
@pytest.mark.parametrize(("fault", "is_stream"), CASES)
def test_fault_has_its_outcome(server: WireServer, fault: Fault, is_stream: bool, colour: str) -> None:
    outcome = try_fault(fault, server, is_stream=is_stream, is_async=colour == "async")
    assert not outcome.is_foreign, repr(outcome.error)
    assert outcome.name == (fault.stream if is_stream else fault.call), repr(outcome.error)
    assert fault.keeps in outcome.text
    assert outcome.seconds < 5
    server.wait_closed()
    if outcome.error is not None:
        copy = pickle.loads(pickle.dumps(outcome.error))
        assert (type(copy), str(copy)) == (type(outcome.error), str(outcome.error))


def test_names_are_told_apart() -> None:
    assert len({fault.name for fault in FAULTS}) == len(FAULTS)


WITHOUT_A_SERVER = {
    "LocalModelError",
    "MissingApiKeyError",
    "TurnLimitError",
    "UnsupportedParameterError",
    "UnsupportedProviderError",
}
"""Raised before anything is sent, as are the schemas that cannot be strict, or by a run of tools; their own tests raise
them."""
ROOTS = {"AnyLLMError", "OutputParsingError", "SchemaNotStrictError"}


def test_every_class_of_the_tree_has_a_server_that_causes_it() -> None:
    caused = {outcome for fault in FAULTS for outcome in (fault.call, fault.stream)}
    assert set(exceptions.__all__) - WITHOUT_A_SERVER - ROOTS <= caused
