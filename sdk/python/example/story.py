"""All that an application does with a gateway, from its first token to its end; story_async.py does the same with asyncio.

Takes UMEC_URL, UMEC_CLIENT_ID, UMEC_CLIENT_SECRET, UMEC_SCOPE (all that the client has unless it is given) and STORY_DIR,
where the picture goes; tells each step in a line of JSON.
"""

import socket
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from os import environ
from pathlib import Path
from queue import Queue

import bodies
from listener import address_of, listen
from told import tell, text_of, width_of
from umec_client.api.availability_subscriptions import app_subscriptions_post
from umec_client.api.camera import camera_snapshot_get, cameras_get
from umec_client.api.clients import clients_get
from umec_client.api.gpio import line_value_get, line_value_put, lines_get
from umec_client.api.lifecycle import (
    applications_confirm_ready_post,
    applications_confirm_termination_post,
    applications_subscriptions_post,
)
from umec_client.api.registrations import registrations_post
from umec_client.api.sensors import arrivals_get, latest_readings_get, tag_readings_get
from umec_client.api.services import (
    app_services_post,
    app_services_service_id_put,
    service_liveness_patch,
    services_get,
)
from umec_client.models.app_ready_confirmation import AppReadyConfirmation
from umec_client.models.app_termination_confirmation import AppTerminationConfirmation
from umec_client.models.app_termination_notification import AppTerminationNotification
from umec_client.models.ser_availability_notification import SerAvailabilityNotification
from umec_client.models.service_liveness_update import ServiceLivenessUpdate
from umec_client.models.service_reference import ServiceReference
from umec_client.models.value import Value

from umec_client import (
    Arrival,
    Gateway,
    Missed,
    Notification,
    Problem,
    Stream,
    arrivals,
    notifications,
    pages,
)

URL = environ["UMEC_URL"]
PATIENCE_S = 60


def main() -> None:
    with connect(URL) as gateway:
        gateway.token()
        tell("token", expiresIn=gateway.tokens and gateway.tokens.expires_in)
        with find_sensors(gateway) as sensors:
            read(sensors)
        look(gateway)
        set_pin(gateway)
        offer_and_be_told(gateway)


def connect(url: str) -> Gateway:
    client_id, client_secret = environ["UMEC_CLIENT_ID"], environ["UMEC_CLIENT_SECRET"]
    return Gateway(url, client_id=client_id, client_secret=client_secret, scope=environ.get("UMEC_SCOPE"))


def find_sensors(gateway: Gateway) -> Gateway:
    """Who has the sensors, as the registry says: it may be another gateway."""
    [service] = services_get.sync(client=gateway, ser_name=["umec-sensors"])
    [uri] = service.transport_info.endpoint.uris or []
    tell("service", serName=service.ser_name, uri=uri)
    # the functions know the whole paths
    return connect(uri.removesuffix("/sensors/v1"))


def read(sensors: Gateway) -> None:
    """What a tag says now, and what it has said."""
    latest = next(reading for reading in latest_readings_get.sync(client=sensors) if reading.temperature)
    tell("latest", mac=latest.mac, time=text_of(latest.time), temperature=latest.temperature)

    [first] = tag_readings_get.sync(latest.mac, client=sensors, limit=1)
    of_tag = tag_readings_get.sync_detailed(latest.mac, client=sensors, from_=first.time, to=latest.time, limit=2)
    times = [text_of(reading.time) for page in pages(sensors, of_tag) for reading in page]
    # `from` is a word of Python's own
    tell("history", mac=latest.mac, **{"from": text_of(first.time)}, to=text_of(latest.time), times=times)


def look(gateway: Gateway) -> None:
    [camera, *_] = cameras_get.sync(client=gateway)
    jpeg = camera_snapshot_get.sync(camera.camera_id, client=gateway, width=320)
    Path(environ["STORY_DIR"], "snapshot.jpg").write_bytes(jpeg)
    tell("snapshot", cameraId=camera.camera_id, width=width_of(jpeg), bytes=len(jpeg))


def set_pin(gateway: Gateway) -> None:
    output = next(line for line in lines_get.sync(client=gateway) if line.direction == "OUTPUT")
    for value in (Value(1), Value(0)):
        line_value_put.sync(output.line_id, client=gateway, body=value)
        now = line_value_get.sync(output.line_id, client=gateway)
        tell("pin", lineId=output.line_id, value=now.value)


def offer_and_be_told(gateway: Gateway) -> None:
    """An application of its own, from its registration to its end."""
    application = registrations_post.sync(client=gateway, body=bodies.APPLICATION)
    app_instance_id = application.app_instance_id
    applications_confirm_ready_post.sync(app_instance_id, client=gateway, body=AppReadyConfirmation("READY"))
    tell("registered", appInstanceId=app_instance_id)

    posted: Queue[Notification] = Queue()
    listener = listen(posted.put)
    with closing(subscribe(gateway, app_instance_id, address_of(listener))) as changes:
        offered = app_services_post.sync_detailed(app_instance_id, client=gateway, body=bodies.service("ACTIVE"))
        ser_instance_id, old_etag = offered.parsed.ser_instance_id, offered.http.headers["ETag"]
        tell("offered", serInstanceId=ser_instance_id)
        tell_of("http", references(posted.get(timeout=PATIENCE_S)))
        tell_of("websocket", references(next(changes)))
        changes.acknowledge()

        for _ in range(3):
            service_liveness_patch.sync(app_instance_id, ser_instance_id, client=gateway, body=ServiceLivenessUpdate("ACTIVE"))
            time.sleep(1)
        tell("heartbeats", count=3)

        # what happens while the connection is down comes when it is there again
        cut(changes)
        app_services_service_id_put.sync(
            app_instance_id, ser_instance_id, client=gateway, body=bodies.service("INACTIVE"), if_match=old_etag
        )
        [changed] = references(next(changes))
        change = {"changeType": changed.change_type, "state": changed.state, "serInstanceId": changed.ser_instance_id}
        tell("notified", by="websocket", **change)

    follow(gateway)
    get_things_wrong(gateway, app_instance_id, ser_instance_id, old_etag)
    end(gateway, app_instance_id, posted)
    listener.shutdown()


def subscribe(gateway: Gateway, app_instance_id: str, callback: str) -> Stream[Notification]:
    """To changes of services, by HTTP and by WebSocket, and to the application's own end."""
    app_subscriptions_post.sync(app_instance_id, client=gateway, body=bodies.changes_by_http(callback))
    by_websocket = app_subscriptions_post.sync(app_instance_id, client=gateway, body=bodies.changes_by_websocket())
    applications_subscriptions_post.sync(app_instance_id, client=gateway, body=bodies.own_end(app_instance_id, callback))
    tell("subscribed", kinds=["http", "websocket", "termination"])
    if not by_websocket.websock_notif_config:
        raise SystemExit("the gateway gave no WebSocket")
    return notifications(gateway, by_websocket.websock_notif_config.websocket_uri).open()


def references(notification: Notification) -> list[ServiceReference]:
    if not isinstance(notification, SerAvailabilityNotification):
        raise SystemExit(f"that is no change of a service: {notification}")
    return notification.service_references


def tell_of(by: str, changed: list[ServiceReference]) -> None:
    for one in changed:
        tell("notified", by=by, changeType=one.change_type, serInstanceId=one.ser_instance_id)


def cut(stream: Stream[Notification] | Stream[Arrival | Missed]) -> None:
    """What a network does now and then."""
    if stream.connection is not None:
        stream.connection.socket.shutdown(socket.SHUT_RDWR)


def follow(gateway: Gateway) -> None:
    """Readings as they come, gapless over a cut."""
    with arrivals(gateway, after="now") as stream:
        points = points_of(stream)
        before = [next(points), next(points)]
        cut(stream)
        after = [next(points), next(points)]
    told = [*before, *after]
    kept = arrivals_get.sync(client=gateway, after=told[0].cursor, limit=len(told) - 1)
    tell("arrivals", before=len(before), after=len(after), isGapless=[told[0].point, *kept.points] == [one.point for one in told])


def points_of(stream: Stream[Arrival | Missed]) -> Iterator[Arrival]:
    for told in stream:
        if isinstance(told, Missed):
            raise SystemExit(f"{told.count} readings were missed")
        yield told


def get_things_wrong(gateway: Gateway, app_instance_id: str, ser_instance_id: str, old_etag: str) -> None:
    """What goes wrong is an exception that says what."""
    stranger = Gateway(URL, token="none")
    entrance = next(line for line in lines_get.sync(client=gateway) if line.direction == "INPUT")
    service = bodies.service("ACTIVE")
    tell_problem(lambda: camera_snapshot_get.sync("lens-1", client=gateway, width=-1))
    tell_problem(lambda: lines_get.sync(client=stranger))
    tell_problem(lambda: clients_get.sync(client=gateway))
    tell_problem(lambda: camera_snapshot_get.sync("no-such", client=gateway))
    tell_problem(lambda: line_value_put.sync(entrance.line_id, client=gateway, body=Value(1)))
    tell_problem(
        lambda: app_services_service_id_put.sync(
            app_instance_id, ser_instance_id, client=gateway, body=service, if_match=old_etag
        )
    )
    stranger.close()


def tell_problem(ask: Callable[[], object]) -> None:
    try:
        answer = ask()
    except Problem as problem:
        tell("problem", status=problem.status, title=problem.details.title, detail=problem.details.detail)
    else:
        raise SystemExit(f"that was to be refused: {answer}")


def end(gateway: Gateway, app_instance_id: str, posted: Queue[Notification]) -> None:
    """The platform ends the application, which has until then to say that it may."""
    tell("ready-to-end", appInstanceId=app_instance_id)
    while not isinstance(notification := posted.get(timeout=PATIENCE_S), AppTerminationNotification):
        pass
    action, within = notification.operation_action, notification.max_graceful_timeout
    tell("notified", by="http", operationAction=action, maxGracefulTimeout=within)
    applications_confirm_termination_post.sync(app_instance_id, client=gateway, body=AppTerminationConfirmation(action))
    tell("confirmed")


if __name__ == "__main__":
    main()
