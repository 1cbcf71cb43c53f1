"""What Home Assistant is told of a kiosk, so that it shows it without being set up by hand.

Form: MQTT discovery of a device with its components, as Home Assistant has it from 2024.11 on.
"""

from __future__ import annotations

from typing import Any

from kiosk.fleet.told import KEEP_ALIVE, OFFLINE, ONLINE, lifetime, online_topic, state_topic


def config_topic(name: str) -> str:
    """Give the topic on which Home Assistant looks for a kiosk."""
    return f"homeassistant/device/kiosk-{name}/config"


def discovery(name: str, version: str) -> dict[str, Any]:
    """Describe a kiosk: is it there, is all well, was it used, what text does it show."""
    yes, no = ONLINE.decode(), OFFLINE.decode()
    there = {"topic": online_topic(name), "payload_available": yes, "payload_not_available": no}

    def component(key: str, platform: str, words: str, **more: Any) -> dict[str, Any]:
        own = {"platform": platform, "name": words, "unique_id": f"kiosk_{name}_{key}"}
        return own | {"state_topic": state_topic(name), "availability": there} | more

    def whether(condition: str) -> str:
        return f"{{{{ 'ON' if {condition} else 'OFF' }}}}"

    online = {"payload_on": yes, "payload_off": no, "expire_after": lifetime(KEEP_ALIVE)}
    online |= {"state_topic": online_topic(name), "device_class": "connectivity"}
    online |= {"unique_id": f"kiosk_{name}_online", "platform": "binary_sensor", "name": "Online"}
    return {
        "device": {
            "identifiers": [f"kiosk_{name}"],
            "name": f"Kiosk {name}",
            "sw_version": version,
        },
        "origin": {"name": "clinic-kiosk", "sw_version": version},
        "components": {
            "online": online,
            "health": component(
                "health", "binary_sensor", "Health", device_class="problem",
                value_template=whether("value_json.health == 'fail'"),
                json_attributes_topic=state_topic(name),
            ),
            "in_use": component(
                "in_use", "binary_sensor", "In use", device_class="occupancy",
                value_template=whether("value_json.in_use"),
            ),
            "edition": component(
                "edition", "sensor", "Text",
                value_template="{{ value_json.edition.version if value_json.edition }}",
            ),
        },
    }  # fmt: skip
