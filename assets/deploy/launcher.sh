#!/bin/sh
# Written by `kiosk install`; `kiosk uninstall` takes it away.
exec @KIOSK@ "$@"
