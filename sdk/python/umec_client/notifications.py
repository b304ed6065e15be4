"""What a subscriber is told, by HTTP or by WebSocket."""

from collections.abc import Callable
from json import loads
from typing import Any, TypeAlias

from .models.app_termination_notification import AppTerminationNotification
from .models.condition_event import ConditionEvent
from .models.edge_event import EdgeEvent
from .models.motion_event import MotionEvent
from .models.ser_availability_notification import SerAvailabilityNotification
from .models.test_notification import TestNotification

Notification: TypeAlias = (
    AppTerminationNotification | ConditionEvent | EdgeEvent | MotionEvent | SerAvailabilityNotification | TestNotification
)

# by notificationType, as ETSI says, or by the type of a CloudEvent
_KINDS: dict[str, Callable[[dict[str, Any]], Notification]] = {
    "AppTerminationNotification": AppTerminationNotification.from_dict,
    "SerAvailabilityNotification": SerAvailabilityNotification.from_dict,
    "TestNotification": TestNotification.from_dict,
    "org.umec.camera.motion.v1": MotionEvent.from_dict,
    "org.umec.gpio.edge.v1": EdgeEvent.from_dict,
    "org.umec.sensors.condition.v1": ConditionEvent.from_dict,
}


def parse_notification(body: bytes | str) -> Notification:
    """What was posted to a `callbackReference`. Answer 204 when it has been dealt with: what is not answered comes again.

    Raises:
        ValueError: It is no notification.
    """
    said = loads(body)
    if not isinstance(said, dict):
        raise ValueError("a notification is an object")
    kind = said.get("notificationType", said.get("type"))
    if not isinstance(kind, str) or kind not in _KINDS:
        raise ValueError(f"there are no notifications of type {kind}")
    try:
        return _KINDS[kind](said)
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"not a {kind}: {error}") from error
