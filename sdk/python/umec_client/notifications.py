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
    AppTerminationNotification
    | ConditionEvent
    | EdgeEvent
    | MotionEvent
    | SerAvailabilityNotification
    | TestNotification
    | dict[str, Any]
)
"""What is of a type that is not known here is a dict, as it came."""

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
    said = object_of(body)
    kind = said.get("notificationType", said.get("type"))
    if not isinstance(kind, str):
        raise ValueError("a notification says of what type it is")
    if kind not in _KINDS:
        return said
    try:
        return _KINDS[kind](said)
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"not a {kind}: {error}") from error


def object_of(text: bytes | str) -> dict[str, Any]:
    """
    Raises:
        ValueError: It is no object of JSON.
    """
    try:
        said = loads(text)
    except RecursionError as error:
        raise ValueError("that is too deep") from error
    if not isinstance(said, dict):
        raise ValueError("that is no object")
    return said
