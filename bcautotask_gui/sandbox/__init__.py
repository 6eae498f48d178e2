"""A local Autotask and a sample Backupchecks database, for the demo and the tests."""

from bcautotask_gui.sandbox.faults import Fault, FaultKind
from bcautotask_gui.sandbox.profiles import (
    DEMO_SECRET,
    DEMO_TRACKING_ID,
    DEMO_USER,
    contract_tenant,
    dutch_tenant,
    vanilla_tenant,
)
from bcautotask_gui.sandbox.server import AutotaskServer
from bcautotask_gui.sandbox.tenant import Tenant

__all__ = [
    "DEMO_SECRET",
    "DEMO_TRACKING_ID",
    "DEMO_USER",
    "AutotaskServer",
    "Fault",
    "FaultKind",
    "Tenant",
    "contract_tenant",
    "dutch_tenant",
    "vanilla_tenant",
]
