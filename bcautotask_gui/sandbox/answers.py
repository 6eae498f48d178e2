"""The shapes in which Autotask answers: envelopes, error lists, empty bodies, web pages."""

import json
from typing import Any

from werkzeug.wrappers import Response

PERMISSION = "The logged in Resource does not have the adequate permissions to {} this entity type."
THREADS = "The Autotask API thread threshold of {} threads has been exceeded."
REQUESTS = (
    "The Autotask API request threshold of {} requests in a 60 minute timeframe has been exceeded."
)


class RefusedError(Exception):
    """A request that was understood and refused; nothing was executed.

    Attributes:
        errors: one English sentence each, as they stand in the answer's `errors` list.
    """

    def __init__(self, *errors: str) -> None:
        super().__init__(*errors)
        self.errors = errors


def as_json(content: Any, status: int = 200) -> Response:
    """An answer with a JSON body."""
    body = json.dumps(content, ensure_ascii=False).encode()
    return Response(body, status, content_type="application/json; charset=utf-8")


def refusal(errors: tuple[str, ...], status: int = 500) -> Response:
    """A refusal: validation, permission and limits all answer with a list of sentences."""
    return as_json({"errors": list(errors)}, status)


def unauthorised(host: str) -> Response:
    """A 401 as Autotask sends it: no body, the same for each of its causes."""
    response = Response(b"", 401)
    del response.headers["Content-Type"]
    response.headers["WWW-Authenticate"] = f'Basic Realm="{host}"'
    return response


def wrong_verb(method: str) -> Response:
    """A 405 for a path that exists under another verb."""
    sentence = f"The requested resource does not support http method '{method}'."
    return as_json({"Message": sentence}, 405)


def wrong_media_type(media_type: str) -> Response:
    """A 415 for a body that is not JSON."""
    sentence = f"The request entity's media type '{media_type}' is not supported for this resource."
    return as_json({"Message": sentence}, 415)


def page(title: str, status: int) -> Response:
    """A web page of the server in front, such as a 404 or an outage."""
    html = f"<!DOCTYPE html><html><head><title>{title}</title></head><body><h1>{title}</h1></body>"
    return Response(html + "</html>", status, content_type="text/html; charset=utf-8")


def not_found() -> Response:
    """The page for a route that does not exist."""
    return page("404 - File or directory not found.", 404)
