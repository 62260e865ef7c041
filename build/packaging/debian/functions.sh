# What the package's scripts share: put into each of them at packaging. Run by dpkg as root, by any POSIX shell.
slug=@slug@
# Where dpkg works on a tree that is not this machine's own (dpkg --root with --force-script-chrootless).
root=${DPKG_ROOT:-}
opt=$root/opt/$slug
# What the kiosk is: its display first.
units="$slug-display.service $slug.service"
# These, and what runs before them.
all_units="$units $slug-provision.service $slug-printers.service"
# Where the package has its units, and where others take their place.
unit_files=$root/usr/lib/systemd/system
own_units=$root/etc/systemd/system
# The version before, from the beginning of an upgrade until the new one has reached its start screen.
previous=$root/opt/$slug.previous
# What that version has outside of its tree: its units, and what they run and read.
beside=$previous/.system
# While it is there, the unit starts the version before.
drop_in=$own_units/$slug.service.d/zz-previous-version.conf
# First line of a unit of the version before that lies in the place of the installed one.
mark="# Made by an upgrade of $slug that is not finished: the unit of the version before."
# The kiosk ran when the upgrade began.
was_running=$root/run/$slug.upgrading
# The upgrade that is at work has kept the version before, so it may let go of it again.
kept_now=$root/run/$slug.kept
# One account, one data folder and one settings file on a machine, whichever of the three packages is installed: they conflict.
account=counterfoil
data=$root/var/lib/counterfoil
settings=$root/etc/counterfoil/settings.toml
# The settings as a package has put them there.
settings_as_installed=$root/var/lib/counterfoil.settings-as-installed
# Which provisioning was applied last.
record=$root/etc/counterfoil/provisioned.json
# What the kiosk said last when it was ended; its unit puts it there.
last_word=$root/run/$slug.ended
# Left by a removal that could ask the kiosk: it holds nothing, and no legal hold stands. In a folder of root's: whoever could make
# it would have a removal of the package erase what a hold keeps.
holds_nothing=$root/var/lib/counterfoil.removed-in-order

say() {
  echo "$slug: $*" >&2
}

# Whether systemd runs here. It does not where an image is built, even if that is lent a running system's /run.
booted() {
  [ -d "$root/run/systemd/system" ] && ! systemd-detect-virt --quiet --chroot
}

# Whether the kiosk runs, begins, ends, or is between two starts.
live() {
  booted && case $(systemctl show -P ActiveState "$slug.service") in
    active | activating | reloading | deactivating) true ;;
    *) false ;;
  esac
}

# What somebody has started by hand: the first process of this package's that is in none of its units, with its program; nothing if
# there is none. A kiosk among these tells nobody what it holds.
started_by_hand() {
  booted || return 0
  for exe in "$root"/proc/[0-9]*/exe; do
    program=$(readlink "$exe" 2>/dev/null) || continue
    case $program in
      "/opt/$slug/"* | "/opt/$slug.previous/"*) ;;
      *) continue ;;
    esac
    if grep -Eqs "/$slug(-[a-z]+)?\.service(/|\$)" "${exe%/exe}/cgroup"; then continue; fi
    pid=${exe%/exe}
    echo "${pid##*/} ($program)"
    break
  done
  return 0
}

# FILE WORD: what stands behind the word; nothing if it is not there.
word_in() {
  sed -n "s/^$2=//p" "$1" 2>/dev/null || true
}

# One word of what the kiosk says of itself; nothing if it says nothing.
told() {
  word_in "$root/run/$slug/status" "$1"
}

# One word of what it said when it was ended: how it was when nothing could begin any more.
told_at_end() {
  word_in "$last_word" "$1"
}

# Ends the kiosk in order. It ends its sessions and proves that before it is gone. What was told before may be two seconds old.
end_kiosk() {
  rm -f "$last_word"
  systemctl stop "$slug.service"
}

# Nobody is served, and a stop forgets nothing. Behind a page of failure there is no kiosk.
may_stop() {
  case $(told state) in
    start-screen | no-screen) [ "$(told forgets)" = 0 ] ;;
    problem) true ;;
    # A kiosk that ends as soon as it is started has no process between two starts. It would never say anything.
    *) [ "$(systemctl show -P MainPID "$slug.service")" = 0 ] ;;
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

starts_no_longer() {
  [ "$(told state)" != starting ]
}

# A version may carry large files over while it starts: the launcher gives it 15 minutes, and then systemd ends it.
comes_up() {
  if wait_until 120 2 reached_start_screen; then return 0; fi
  wait_until 780 2 starts_no_longer || return 1
  reached_start_screen
}

# Waits until nobody would lose anything, and ends the kiosk.
stop_when_idle() {
  if ! may_stop; then
    say "waiting until nobody is served and a stop forgets nothing ($(why_not))"
    wait_until 900 10 may_stop || return 1
  fi
  end_kiosk || return 1
  forgotten=$(told_at_end forgets)
  if [ "${forgotten:-0}" != 0 ]; then
    say "somebody began in the last moment: $forgotten applications were open with their keys in memory, and are forgotten. The kiosk says so."
  fi
}

# Starts the kiosk if an upgrade has ended it: the screen is dark no longer than it has to be.
start_again() {
  if [ -e "$was_running" ]; then systemctl start "$slug.service" || true; fi
}

# From now on the unit starts the version before, in the unit that it had. The drop-in comes first and goes last: there is never a
# unit of the version before without it.
use_previous() {
  mkdir -p "$(dirname "$drop_in")"
  cat >"$drop_in.new" <<EOT
# Made by an upgrade that is not finished. The new version has not reached its start screen.
[Service]
ExecStart=
ExecStart=/opt/$slug.previous/counterfoil
EOT
  mv "$drop_in.new" "$drop_in"
  for unit in $all_units; do use_previous_unit "$unit"; done
  # Before any file is replaced: after a power cut the kiosk starts from a whole tree.
  sync
  systemctl daemon-reload
}

# UNIT: as the version before has it, with that version's own files. What an administrator has put in its place stays.
use_previous_unit() {
  [ -e "$beside/units/$1" ] || return 0
  if [ -e "$own_units/$1" ] && ! grep -qsxF "$mark" "$own_units/$1"; then return 0; fi
  {
    echo "$mark"
    sed -e "s|/opt/$slug/|/opt/$slug.previous/|g" \
      -e "s|/usr/lib/$slug/|/opt/$slug.previous/.system/lib/|g" \
      -e "s|/usr/share/$slug/xorg|/opt/$slug.previous/.system/xorg|g" \
      "$beside/units/$1"
  } >"$own_units/$1.new"
  mv "$own_units/$1.new" "$own_units/$1"
}

# From now on the unit starts what is installed.
use_installed() {
  for unit in $all_units; do
    rm -f "$own_units/$unit.new"
    if grep -qsxF "$mark" "$own_units/$unit"; then rm -f "$own_units/$unit"; fi
  done
  rm -f "$drop_in" "$drop_in.new"
  rmdir "$(dirname "$drop_in")" 2>/dev/null || true
  if booted; then systemctl daemon-reload; fi
}

# Whether the display of the version before and the installed one are run otherwise.
is_other_display() {
  ! cmp -s "$beside/units/$slug-display.service" "$unit_files/$slug-display.service" ||
    ! cmp -s "$beside/lib/make-display-cookie" "$root/usr/lib/$slug/make-display-cookie" ||
    ! diff -rq "$beside/xorg.conf.d" "$root/usr/share/$slug/xorg.conf.d" >/dev/null 2>&1
}

# Only while the kiosk does not run: its windows go with the display.
restart_other_display() {
  if is_other_display; then systemctl try-restart "$slug-display.service" || true; fi
}

# The version before is not needed any more.
forget_previous() {
  # On the disk, too, the unit has to start something else before the tree goes.
  sync
  rm -rf "$previous" "$previous.new"
  rm -f "$was_running" "$kept_now"
}

# Another of the three packages has taken its place.
another_is_installed() {
  for other in counterfoil counterfoil-rehearsal counterfoil-evaluation; do
    if [ "$other" != "$slug" ] && [ -d "$root/opt/$other" ]; then return 0; fi
  done
  return 1
}
