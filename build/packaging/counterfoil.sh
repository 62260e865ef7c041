#!/bin/sh
# Opens the kiosk, or checks its settings. `counterfoil --help` says where they are.
set -eu
here=$(dirname "$(readlink -f "$0")")
# A core dump is a copy of memory, and a file that others can read is a copy for others.
ulimit -c 0
umask 077
# What Node would obey (NODE_OPTIONS and its like), but for the channel to a program that watches over us.
for name in $(env | sed -n 's/^\(NODE_[A-Za-z0-9_]*\)=.*/\1/p'); do
  case $name in NODE_CHANNEL_*) ;; *) unset "$name" ;; esac
done
exec "$here/resources/node" "$here/resources/programs/launcher.mjs" "$@"
