"""What the application says of itself, and what it wants to be told."""

from typing import Literal

from umec_client.models.app_info_request import AppInfoRequest
from umec_client.models.app_termination_notification_subscription_request import (
    AppTerminationNotificationSubscriptionRequest,
)
from umec_client.models.end_point_info import EndPointInfo
from umec_client.models.filtering_criteria import FilteringCriteria
from umec_client.models.security_info import SecurityInfo
from umec_client.models.ser_availability_notification_subscription_request import (
    SerAvailabilityNotificationSubscriptionRequest,
)
from umec_client.models.service_info_request import ServiceInfoRequest
from umec_client.models.transport_info import TransportInfo
from umec_client.models.websock_notif_config_request import WebsockNotifConfigRequest

SER_NAME = "story-python"
ENDPOINT = EndPointInfo(uris=["http://127.0.0.1:9001/story"])
CHANGES = FilteringCriteria(ser_names=[SER_NAME])

APPLICATION = AppInfoRequest(app_name=SER_NAME, endpoint=ENDPOINT)


def service(state: Literal["ACTIVE", "INACTIVE"]) -> ServiceInfoRequest:
    """What it offers; it means to say every two seconds that it lives."""
    transport = TransportInfo(
        id="rest", name="REST", type_="REST_HTTP", protocol="HTTP", version="1.1", endpoint=ENDPOINT, security=SecurityInfo()
    )
    return ServiceInfoRequest(
        ser_name=SER_NAME, version="1.0", state=state, serializer="JSON", liveness_interval=2, transport_info=transport
    )


def changes_by_http(callback_reference: str) -> SerAvailabilityNotificationSubscriptionRequest:
    return SerAvailabilityNotificationSubscriptionRequest(
        subscription_type="SerAvailabilityNotificationSubscription",
        callback_reference=callback_reference,
        filtering_criteria=CHANGES,
    )


def changes_by_websocket() -> SerAvailabilityNotificationSubscriptionRequest:
    return SerAvailabilityNotificationSubscriptionRequest(
        subscription_type="SerAvailabilityNotificationSubscription",
        websock_notif_config=WebsockNotifConfigRequest(request_websocket_uri=True),
        filtering_criteria=CHANGES,
    )


def own_end(app_instance_id: str, callback_reference: str) -> AppTerminationNotificationSubscriptionRequest:
    return AppTerminationNotificationSubscriptionRequest(
        subscription_type="AppTerminationNotificationSubscription",
        app_instance_id=app_instance_id,
        callback_reference=callback_reference,
    )
