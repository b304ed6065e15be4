"""All that an application does with a gateway, from its first token to its end, with asyncio; story.py does the same without.

Takes UMEC_URL, UMEC_CLIENT_ID, UMEC_CLIENT_SECRET, UMEC_SCOPE (all that the client has unless it is given) and STORY_DIR,
where the picture goes; tells each step in a line of JSON.
"""

import asyncio
from collections.abc import Awaitable

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

from umec_client import AsyncStream, Gateway, Notification, Problem, arrivals_async, notifications_async, pages_async


async def main() -> None:
    async with gateway_of_the_story() as gateway:
        await gateway.token_async()
        tell_token(gateway)
        await find_sensors(gateway)
        await read(gateway)
        await look(gateway)
        await set_pin(gateway)
        await offer_and_be_told(gateway)


async def find_sensors(gateway: Gateway) -> None:
    """Who has the sensors, as the registry says. The functions know the paths behind the origin."""
    ser_name, uri = own_service(gateway, await services_get.asyncio(client=gateway, ser_name=["umec-sensors"]))
    tell("service", serName=ser_name, uri=uri)


async def read(gateway: Gateway) -> None:
    """What a tag says now, and what it has said."""
    latest = warm(await latest_readings_get.asyncio(client=gateway))
    tell("latest", mac=latest.mac, time=text_of(latest.time), temperature=latest.temperature)

    [first] = await tag_readings_get.asyncio(latest.mac, client=gateway, limit=1)
    of_tag = await tag_readings_get.asyncio_detailed(latest.mac, client=gateway, from_=first.time, to=latest.time, limit=2)
    readings = [reading async for page in pages_async(gateway, of_tag) for reading in page]
    tell_history(latest.mac, first.time, latest.time, readings)


async def look(gateway: Gateway) -> None:
    [camera, *_] = await cameras_get.asyncio(client=gateway)
    jpeg = await camera_snapshot_get.asyncio(camera.camera_id, client=gateway, width=320)
    PICTURE.write_bytes(jpeg)
    tell_picture(camera.camera_id, jpeg)


async def set_pin(gateway: Gateway) -> None:
    output = next(line for line in await lines_get.asyncio(client=gateway) if line.direction == "OUTPUT")
    for value in (Value(1), Value(0)):
        await line_value_put.asyncio(output.line_id, client=gateway, body=value)
        now = await line_value_get.asyncio(output.line_id, client=gateway)
        tell("pin", lineId=output.line_id, value=now.value)


async def offer_and_be_told(gateway: Gateway) -> None:
    """An application of its own, from its registration to its end."""
    application = await registrations_post.asyncio(client=gateway, body=bodies.APPLICATION)
    app_instance_id = application.app_instance_id
    await applications_confirm_ready_post.asyncio(app_instance_id, client=gateway, body=AppReadyConfirmation("READY"))
    tell("registered", appInstanceId=app_instance_id)

    posted: asyncio.Queue[Notification] = asyncio.Queue()
    # the server listens in a thread of its own
    loop = asyncio.get_running_loop()

    def post(notification: Notification) -> None:
        loop.call_soon_threadsafe(posted.put_nowait, notification)

    listener = listen(post)
    async with await subscribe(gateway, app_instance_id, address_of(listener)) as changes:
        offered = await app_services_post.asyncio_detailed(app_instance_id, client=gateway, body=bodies.service("ACTIVE"))
        ser_instance_id, old_etag = offered.parsed.ser_instance_id, offered.http.headers["ETag"]
        tell("offered", serInstanceId=ser_instance_id)
        tell_change("http", last_change_in(await asyncio.wait_for(posted.get(), PATIENCE_S)))
        tell_change("websocket", last_change_in(await anext(changes)))

        for _ in range(3):
            await service_liveness_patch.asyncio(
                app_instance_id, ser_instance_id, client=gateway, body=ServiceLivenessUpdate("ACTIVE")
            )
            await asyncio.sleep(1)
        tell("heartbeats", count=3)

        # what happens while the connection is down comes when it is there again
        cut(changes)
        await app_services_service_id_put.asyncio(
            app_instance_id, ser_instance_id, client=gateway, body=bodies.service("INACTIVE"), if_match=old_etag
        )
        # so does what was told last, which counts as received only when the next is asked for
        while (change := last_change_in(await anext(changes))).change_type == "ADDED":
            pass
        tell_change("websocket", change)

    await follow(gateway)
    await get_things_wrong(gateway, app_instance_id, ser_instance_id, old_etag)
    await end(gateway, app_instance_id, posted)
    listener.shutdown()


async def subscribe(gateway: Gateway, app_instance_id: str, callback: str) -> AsyncStream[Notification]:
    """To changes of services, by HTTP and by WebSocket, and to the application's own end."""
    await app_subscriptions_post.asyncio(app_instance_id, client=gateway, body=bodies.changes_by_http(callback))
    by_websocket = await app_subscriptions_post.asyncio(app_instance_id, client=gateway, body=bodies.changes_by_websocket())
    await applications_subscriptions_post.asyncio(app_instance_id, client=gateway, body=bodies.own_end(app_instance_id, callback))
    tell("subscribed", kinds=["http", "websocket", "termination"])
    return await notifications_async(gateway, address_in(by_websocket)).open()


async def follow(gateway: Gateway) -> None:
    """Readings as they come, gapless over a cut."""
    async with arrivals_async(gateway, after="now") as stream:
        before = [point_in(await anext(stream)), point_in(await anext(stream))]
        cut(stream)
        after = [point_in(await anext(stream)), point_in(await anext(stream))]
    tell_arrivals(before, after, (await arrivals_get.asyncio(client=gateway, after=before[0].cursor, limit=3)).points)


async def get_things_wrong(gateway: Gateway, app_instance_id: str, ser_instance_id: str, old_etag: str) -> None:
    """What goes wrong is an exception that says what."""
    entrance = next(line for line in await lines_get.asyncio(client=gateway) if line.direction == "INPUT")
    service = bodies.service("ACTIVE")
    async with stranger() as nobody:
        await refused(camera_snapshot_get.asyncio("lens-1", client=gateway, width=-1))
        await refused(lines_get.asyncio(client=nobody))
        await refused(clients_get.asyncio(client=gateway))
        await refused(camera_snapshot_get.asyncio("no-such", client=gateway))
        await refused(line_value_put.asyncio(entrance.line_id, client=gateway, body=Value(1)))
        await refused(
            app_services_service_id_put.asyncio(app_instance_id, ser_instance_id, client=gateway, body=service, if_match=old_etag)
        )


async def refused(asked: Awaitable[object]) -> None:
    try:
        answer = await asked
    except Problem as problem:
        tell_problem(problem)
    else:
        raise SystemExit(f"that was to be refused: {answer}")


async def end(gateway: Gateway, app_instance_id: str, posted: asyncio.Queue[Notification]) -> None:
    """The platform ends the application, which has until then to say that it may."""
    tell("ready-to-end", appInstanceId=app_instance_id)
    while not isinstance(notification := await asyncio.wait_for(posted.get(), PATIENCE_S), AppTerminationNotification):
        pass
    action, within = notification.operation_action, notification.max_graceful_timeout
    tell("notified", by="http", operationAction=action, maxGracefulTimeout=within)
    await applications_confirm_termination_post.asyncio(app_instance_id, client=gateway, body=AppTerminationConfirmation(action))
    tell("confirmed")


if __name__ == "__main__":
    asyncio.run(main())
