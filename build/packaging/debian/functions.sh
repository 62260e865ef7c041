# What the package's scripts share: put into each of them at packaging. Run by dpkg as root, by any POSIX shell.
slug=@slug@
# Where dpkg works on a tree that is not this machine's own (dpkg --root with --force-script-chrootless).
root=${DPKG_ROOT:-}
opt=$root/opt/$slug
# The version before, from the beginning of an upgrade until the new one has reached its start screen.
previous=$root/opt/$slug.previous
# While it is there, the unit starts the version before.
drop_in=$root/etc/systemd/system/$slug.service.d/zz-previous-version.conf
# The kiosk ran when the upgrade began.
was_running=$root/run/$slug.upgrading
# One account and one data folder on a machine, whichever of the three packages is installed: they conflict.
account=counterfoil
data=$root/var/lib/counterfoil
# Left by a removal that could ask the kiosk: it holds nothing, and no legal hold stands.
holds_nothing=$data/removed-in-order

say() {
  echo "$slug: $*" >&2
}

# Whether systemd runs here. It does not where an image is built.
booted() {
  [ -d "$root/run/systemd/system" ]
}

live() {
  booted && systemctl --quiet is-active "$slug.service"
}

# One word of what the kiosk says of itself; nothing if it says nothing.
told() {
  sed -n "s/^$1=//p" "$root/run/$slug/status" 2>/dev/null || true
}

# Nobody is served, and a stop forgets nothing. Behind a page of failure there is no kiosk.
may_stop() {
  case $(told state) in
    start-screen | no-screen) [ "$(told forgets)" = 0 ] ;;
    problem) true ;;
    *) false ;;
  esac
}

why_not() {
  case $(told state) in
    serving) echo 'somebody is being served' ;;
    starting) echo 'the kiosk is still starting' ;;
    start-screen | no-screen) echo "$(told forgets) open applications have their keys in memory only, and a stop would forget them" ;;
    *) echo 'the kiosk says nothing of itself' ;;
  esac
}

# SECONDS PAUSE COMMAND: until the command succeeds, for so many seconds at most.
wait_until() {
  left=$1
  pause=$2
  shift 2
  until "$@"; do
    [ "$left" -gt 0 ] || return 1
    sleep "$pause"
    left=$((left - pause))
  done
}

# On the screen, whether or not somebody has begun meanwhile.
reached_start_screen() {
  case $(told state) in
    start-screen | serving) true ;;
    *) false ;;
  esac
}

# Waits until nobody would lose anything, and ends the kiosk. It ends its sessions and proves that before it is gone.
stop_when_idle() {
  if ! may_stop; then
    say "waiting until nobody is served and a stop forgets nothing ($(why_not))"
    wait_until 900 10 may_stop || return 1
  fi
  systemctl stop "$slug.service"
}

# From now on the unit starts the version before.
use_previous() {
  mkdir -p "$(dirname "$drop_in")"
  cat >"$drop_in.new" <<EOF
# Made by an upgrade that is not finished. The new version has not reached its start screen.
[Service]
ExecStart=
ExecStart=/opt/$slug.previous/counterfoil
EOF
  mv "$drop_in.new" "$drop_in"
  # Before any file is replaced: after a power cut the kiosk starts from a whole tree.
  sync
  systemctl daemon-reload
}

# From now on the unit starts what is installed.
use_installed() {
  rm -f "$drop_in"
  rmdir "$(dirname "$drop_in")" 2>/dev/null || true
  if booted; then systemctl daemon-reload; fi
}

# The version before is not needed any more.
forget_previous() {
  rm -f "$was_running"
  rm -rf "$previous" "$previous.new"
}
