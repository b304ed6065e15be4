"""All that an application does with a gateway, from its first token to its end; story_async.py does the same with asyncio.

Takes UMEC_URL, UMEC_CLIENT_ID, UMEC_CLIENT_SECRET, UMEC_SCOPE (all that the client has unless it is given) and STORY_DIR,
where the picture goes; tells each step in a line of JSON.
"""

import time
from collections.abc import Callable
from contextlib import closing
from queue import Queue

import bodies
from cable import cut
from found import address_in, last_change_in, own_service, point_in, warm
from listener import address_of, listen
from settings import PATIENCE_S, PICTURE, gateway_of_the_story, stranger
from told import tell, tell_arrivals, tell_change, tell_history, tell_picture, tell_problem, tell_token, text_of
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
from umec_client.models.service_liveness_update import ServiceLivenessUpdate
from umec_client.models.value import Value

from umec_client import Gateway, Notification, Problem, Stream, arrivals, notifications, pages


def main() -> None:
    with gateway_of_the_story() as gateway:
        gateway.token()
        tell_token(gateway)
        find_sensors(gateway)
        read(gateway)
        look(gateway)
        set_pin(gateway)
        offer_and_be_told(gateway)


def find_sensors(gateway: Gateway) -> None:
    """Who has the sensors, as the registry says. The functions know the paths behind the origin."""
    ser_name, uri = own_service(gateway, services_get.sync(client=gateway, ser_name=["umec-sensors"]))
    tell("service", serName=ser_name, uri=uri)


def read(gateway: Gateway) -> None:
    """What a tag says now, and what it has said."""
    latest = warm(latest_readings_get.sync(client=gateway))
    tell("latest", mac=latest.mac, time=text_of(latest.time), temperature=latest.temperature)

    [first] = tag_readings_get.sync(latest.mac, client=gateway, limit=1)
    of_tag = tag_readings_get.sync_detailed(latest.mac, client=gateway, from_=first.time, to=latest.time, limit=2)
    readings = [reading for page in pages(gateway, of_tag) for reading in page]
    tell_history(latest.mac, first.time, latest.time, readings)


def look(gateway: Gateway) -> None:
    [camera, *_] = cameras_get.sync(client=gateway)
    jpeg = camera_snapshot_get.sync(camera.camera_id, client=gateway, width=320)
    PICTURE.write_bytes(jpeg)
    tell_picture(camera.camera_id, jpeg)


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
        tell_change("http", last_change_in(posted.get(timeout=PATIENCE_S)))
        tell_change("websocket", last_change_in(next(changes)))

        for _ in range(3):
            service_liveness_patch.sync(app_instance_id, ser_instance_id, client=gateway, body=ServiceLivenessUpdate("ACTIVE"))
            time.sleep(1)
        tell("heartbeats", count=3)

        # what happens while the connection is down comes when it is there again
        cut(changes)
        app_services_service_id_put.sync(
            app_instance_id, ser_instance_id, client=gateway, body=bodies.service("INACTIVE"), if_match=old_etag
        )
        # so does what was told last, which counts as received only when the next is asked for
        while (change := last_change_in(next(changes))).change_type == "ADDED":
            pass
        tell_change("websocket", change)

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
    return notifications(gateway, address_in(by_websocket)).open()


def follow(gateway: Gateway) -> None:
    """Readings as they come, gapless over a cut."""
    with arrivals(gateway, after="now") as stream:
        before = [point_in(next(stream)), point_in(next(stream))]
        cut(stream)
        after = [point_in(next(stream)), point_in(next(stream))]
    tell_arrivals(before, after, arrivals_get.sync(client=gateway, after=before[0].cursor, limit=3).points)


def get_things_wrong(gateway: Gateway, app_instance_id: str, ser_instance_id: str, old_etag: str) -> None:
    """What goes wrong is an exception that says what."""
    entrance = next(line for line in lines_get.sync(client=gateway) if line.direction == "INPUT")
    service = bodies.service("ACTIVE")
    with stranger() as nobody:
        refused(lambda: camera_snapshot_get.sync("lens-1", client=gateway, width=-1))
        refused(lambda: lines_get.sync(client=nobody))
        refused(lambda: clients_get.sync(client=gateway))
        refused(lambda: camera_snapshot_get.sync("no-such", client=gateway))
        refused(lambda: line_value_put.sync(entrance.line_id, client=gateway, body=Value(1)))
        refused(
            lambda: app_services_service_id_put.sync(
                app_instance_id, ser_instance_id, client=gateway, body=service, if_match=old_etag
            )
        )


def refused(ask: Callable[[], object]) -> None:
    try:
        answer = ask()
    except Problem as problem:
        tell_problem(problem)
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
