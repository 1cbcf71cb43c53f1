"""Who is where, as Prometheus reads it: figures, rules and a dashboard that go together."""

from __future__ import annotations

import re

from kiosk.fleet.fleet_metrics import figures
from kiosk.fleet.roll import Roll
from kiosk.fleet.told import ONLINE
from kiosk.install.doctor.diagnosis import Verdict
from kiosk.monitor.metrics import in_lines
from tests.fleet.simulated import told
from tests.unit.monitor.test_examination import MONITORING, judged


def text() -> str:
    roll = Roll()
    for name, health in (("one", Verdict.WARN), ("two", Verdict.FAIL)):
        roll.hear_state(name, bytes(told(name, 1, health=health).state))
    roll.hear_online("one", ONLINE, 90, 0)
    roll.hear_online("three", ONLINE, 90, 0)
    return in_lines(figures(roll.kiosks(1), 1_795_946_400))


def test_prometheus_own_judge_finds_nothing_to_say() -> None:
    judged(text(), "metrics")


def test_each_kiosk_is_a_label_and_what_it_never_told_is_no_figure() -> None:
    said = text()
    assert 'kiosk_fleet_online{kiosk="one"} 1\n' in said
    assert 'kiosk_fleet_online{kiosk="two"} 0\n' in said
    assert 'kiosk_fleet_state{kiosk="two"} 2\n' in said
    assert 'kiosk_fleet_info{kiosk="one",version="1.3.0",edition="a1b2c3d"} 1\n' in said
    assert 'kiosk_fleet_state{kiosk="three"}' not in said
    assert "kiosk_fleet_asked_timestamp_seconds 1795946400\n" in said


def test_rules_and_dashboard_ask_for_figures_that_there_are() -> None:
    rules = (MONITORING / "fleet-alerts.yml").read_text("utf-8")
    judged(rules, "rules", str(MONITORING / "fleet-alerts.yml"))
    board = (MONITORING / "fleet-dashboard.json").read_text("utf-8")
    there = set(re.findall(r"^# TYPE (\w+)", text(), re.MULTILINE))
    asked = set(re.findall(r"\bkiosk_\w+", rules + board))
    assert there - asked == set()
    assert asked - there == set()
