"""What the services need of the outside world; each adapter room answers one of these."""

from bcautotask_gui.domain.ports.autotask import Autotask, AutotaskFactory, CallBudget, Gate
from bcautotask_gui.domain.ports.customers import CustomerStore
from bcautotask_gui.domain.ports.resolutions import ResolutionStore
from bcautotask_gui.domain.ports.runs import ReviewStore, RunGroupStore, RunStore
from bcautotask_gui.domain.ports.team import (
    AuditLog,
    Instances,
    NamingStore,
    SettingsStore,
    UserStore,
    Watch,
)
from bcautotask_gui.domain.ports.tickets import LinkStore, TicketStateStore, TicketStore
from bcautotask_gui.domain.ports.workstation import Clock, Secrets, SendMemory, TrailMemory

__all__ = [
    "AuditLog",
    "Autotask",
    "AutotaskFactory",
    "CallBudget",
    "Clock",
    "CustomerStore",
    "Gate",
    "Instances",
    "LinkStore",
    "NamingStore",
    "ResolutionStore",
    "ReviewStore",
    "RunGroupStore",
    "RunStore",
    "Secrets",
    "SendMemory",
    "SettingsStore",
    "TicketStateStore",
    "TicketStore",
    "TrailMemory",
    "UserStore",
    "Watch",
]
