"""What is looked for in what the gateway answers. The program ends where it is not found."""

from collections.abc import Sequence

from umec_client.models.reading import Reading
from umec_client.models.ser_availability_notification import SerAvailabilityNotification
from umec_client.models.ser_availability_notification_subscription import SerAvailabilityNotificationSubscription
from umec_client.models.service_info import ServiceInfo
from umec_client.models.service_reference import ServiceReference
from umec_client.types import UNSET

from umec_client import Arrival, Gateway, Missed, Notification, OtherOrigin


def own_service(gateway: Gateway, services: Sequence[ServiceInfo]) -> tuple[str, str]:
    """Name and address of a service of the gateway's. Others may offer one by the same name, and are not to see the token."""
    others = []
    for service in services:
        for uri in service.transport_info.endpoint.uris or []:
            try:
                gateway.require_mine(uri)
                return service.ser_name, uri
            except OtherOrigin as error:
                others.append(str(error))
    raise SystemExit(f"the gateway does not offer it: {'; '.join(others)}")


def warm(readings: Sequence[Reading]) -> Reading:
    return next(reading for reading in readings if reading.temperature is not UNSET)


def address_in(subscription: SerAvailabilityNotificationSubscription) -> str:
    if not subscription.websock_notif_config:
        raise SystemExit("the gateway gave no WebSocket")
    return subscription.websock_notif_config.websocket_uri


def last_change_in(notification: Notification) -> ServiceReference:
    """What was not acknowledged comes again, together with what has changed since."""
    if not isinstance(notification, SerAvailabilityNotification):
        raise SystemExit(f"that is no change of a service: {notification}")
    [*_, change] = notification.service_references
    return change


def point_in(told: Arrival | Missed) -> Arrival:
    if isinstance(told, Missed):
        raise SystemExit(f"{told.count} readings were missed")
    return told
