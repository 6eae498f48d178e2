"""Act by role by layer, on a real server: what the window shows, and what the services refuse."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from bcautotask_gui.app.pages import CUSTOMERS, SETTINGS
from bcautotask_gui.app.workplace import open_workplace
from bcautotask_gui.credentials.session_store import SessionStore
from bcautotask_gui.domain.audit import AuditQuery
from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.operators import PERMISSIONS, Permission, Role
from bcautotask_gui.domain.settings import Environment
from bcautotask_gui.domain.start import StartOptions
from bcautotask_gui.profile import Profile
from bcautotask_gui.services.customers import CustomerFilter
from bcautotask_gui.services.runs import RunFilter
from tests.app.desk import Desk, with_people
from tests.database.rights import ADMIN, OPERATOR, REPORTER

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from bcautotask_gui.app.workplace import Workplace
    from tests.support.postgres import Cluster

LOGINS = {
    Role.ADMIN: ADMIN, Role.OPERATOR: OPERATOR, Role.REPORTER: REPORTER, Role.VIEWER: REPORTER,
}  # fmt: skip
RUN = 1
SANDBOX = Environment.SANDBOX


def first(steps: Any) -> None:
    """A generator does nothing before it is asked for its first report."""
    next(steps)


# the first thing that each of them does is to look at the role
SERVICES: list[tuple[str, Permission, Callable[[Workplace, str], object]]] = [
    ("save settings", Permission.SETTINGS,
     lambda w, _: w.settings.save(w.settings.page().settings)),
    ("accept a test", Permission.SETTINGS, lambda w, _: w.settings.accept(None, None, None)),
    ("refresh reference data", Permission.SETTINGS,
     lambda w, _: first(w.settings.refresh_reference_data())),
    ("read picklists after a refusal", Permission.CREATE,
     lambda w, _: w.settings.read_picklists_after_refusal()),
    ("keep a secret", Permission.SECRETS, lambda w, _: w.keeper.store(SANDBOX, "api-secret", "x")),
    ("forget a secret", Permission.SECRETS, lambda w, _: w.keeper.forget(SANDBOX, "api-secret")),
    ("set a mapping", Permission.MAPPING, lambda w, _: w.customers.set_mapping(1, 5)),
    ("clear a mapping", Permission.MAPPING, lambda w, _: w.customers.clear_mapping(1)),
    ("refresh one mapping", Permission.MAPPING, lambda w, _: w.customers.refresh_one(1)),
    ("refresh all mappings", Permission.MAPPING, lambda w, _: first(w.customers.refresh_all())),
    ("accept suggestions", Permission.MAPPING,
     lambda w, _: first(w.suggestions.accept((), SANDBOX))),
    ("import mappings", Permission.MAPPING, lambda w, p: first(w.mapping_files.preview(p))),
    ("export mappings", Permission.EXPORT,
     lambda w, p: w.mapping_files.export(p, CustomerFilter())),
    ("export runs", Permission.EXPORT,
     lambda w, p: first(w.run_files.export(p, RunFilter(), None))),
    ("create a ticket", Permission.CREATE, lambda w, _: first(w.creating.create(None))),
    ("accept an offer", Permission.CREATE, lambda w, _: w.claims.accept(RUN, 5)),
    ("reject an offer", Permission.CREATE, lambda w, _: w.claims.reject(RUN, 5)),
    ("take over a claim", Permission.CREATE, lambda w, _: w.claims.take_over(RUN)),
    ("search to link", Permission.LINK, lambda w, _: w.link_search.find((RUN,), "T1")),
    ("preview a link", Permission.LINK, lambda w, _: w.linking.preview((RUN,), 5)),
    ("unlink", Permission.UNLINK, lambda w, _: w.linking.unlink(None, "wrong")),
    ("type a number", Permission.MANUAL_NUMBER, lambda w, _: w.numbers.keep((RUN,), "T1")),
    ("resolve", Permission.RESOLVE, lambda w, _: first(w.resolving.resolve(None))),
    ("note only", Permission.NOTE, lambda w, _: first(w.resolving.note_only(None))),
    ("add a note", Permission.NOTE, lambda w, _: first(w.resolving.add_note(RUN, "x"))),
    ("review", Permission.REVIEW, lambda w, _: w.reviews.mark((RUN,))),
    ("review a job", Permission.REVIEW, lambda w, _: w.reviews.mark_job(1, RUN)),
    ("read the audit log", Permission.AUDIT, lambda w, _: w.audit.page(AuditQuery(), 5)),
    ("verify the audit log", Permission.AUDIT, lambda w, _: first(w.audit.verify())),
    ("export the audit log", Permission.AUDIT,
     lambda w, p: first(w.audit.export(p, AuditQuery()))),
]  # fmt: skip


@pytest.fixture(scope="module")
def places(
    pg_cluster: Cluster, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[dict[Role, Workplace]]:
    """A workplace of each role at one server, each with the database login that fits it."""
    name = pg_cluster.create_from("people", with_people)
    folder = tmp_path_factory.mktemp("places")
    made: dict[Role, Workplace] = {}
    for role, login in LOGINS.items():
        url = pg_cluster.url(name).replace("bc@", f"{login}@", 1)
        options = StartOptions(autotask_url="http://127.0.0.1:9")
        profile = Profile(folder / role.value)
        place = made[role] = open_workplace(
            options, profile, SessionStore(), url, None, may_migrate=False
        )
        place.actor.act_as(place.actor.operator.acting_as(role))
    yield made
    for place in made.values():
        place.close()
    pg_cluster.drop(name)


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize(("act", "permission", "do"), SERVICES, ids=[each[0] for each in SERVICES])
def test_a_service_refuses_whom_the_table_does_not_name(
    places: dict[Role, Workplace],
    role: Role,
    act: str,
    permission: Permission,
    do: Callable[[Workplace, str], object],
    tmp_path: Path,
) -> None:
    kind = None
    try:
        do(places[role], str(tmp_path / "file.csv"))
    except Failure as failure:
        kind = failure.kind
    except (AttributeError, TypeError, StopIteration):
        pass  # it went on to what it was not given
    assert (kind is Kind.NOT_ALLOWED) is (permission not in PERMISSIONS[role]), (act, kind)
    assert kind is not Kind.DATABASE_READ_ONLY


def shown(desk: Desk) -> dict[str, bool]:
    """What the window offers, act by act; a menu entry that is hidden has no key either."""
    pages, window = desk.session.pages, desk.window
    acts = pages._run_checks_tab.acts
    seen = {
        "create": acts.create.action.isVisible(),
        "open": acts.open.action.isVisible(),
        "link": acts.link.action.isVisible(),
        "resolve": acts.resolve.action.isVisible(),
        "note": acts.note.action.isVisible(),
        "review": acts.review.action.isVisible(),
        "review a job": acts.review_job.action.isVisible(),
        "unlink": acts.unlink.action.isVisible(),
        "export runs": acts.export.action.isVisible(),
    }
    window.show_page(CUSTOMERS)
    desk.settle()
    customers = window._pages.currentWidget()
    seen["map"] = customers.panel.may_map
    seen["export mappings"] = customers.export_button.isVisible()
    window.show_page(SETTINGS)
    desk.settle()
    settings = window._pages.currentWidget()
    settings.sections.choose("audit")
    seen["verify"] = settings.audit.verify.isEnabled()
    settings.sections.choose("autotask")
    seen["save"] = settings.autotask.rows["enabled"].isEnabled() and settings.bar.isVisible()
    return seen


OFFERED = {
    "create": Permission.CREATE, "link": Permission.LINK, "resolve": Permission.RESOLVE,
    "note": Permission.NOTE, "review": Permission.REVIEW, "review a job": Permission.REVIEW,
    "unlink": Permission.UNLINK, "export runs": Permission.EXPORT, "map": Permission.MAPPING,
    "export mappings": Permission.EXPORT, "verify": Permission.AUDIT, "save": Permission.SECRETS,
}  # fmt: skip


@pytest.mark.parametrize("role", Role)
def test_the_window_offers_what_the_role_may_do(desk_of: Callable[[str], Desk], role: Role) -> None:
    desk = desk_of(ADMIN)
    desk.sign_in(role)
    expected = {act: permission in PERMISSIONS[role] for act, permission in OFFERED.items()}
    assert shown(desk) == {"open": True, **expected}


def test_the_two_layers_have_their_cells() -> None:
    assert len(Role) * (len(SERVICES) + len(OFFERED)) >= 100
