#!/bin/sh
# Stands in for the mechanics of a card printer: ippeveprinter runs it for each document and reads what it
# says on stderr. In $CARD_FOLDER: "mode" is what the test wants now, "gate" wakes us when it changed, "held"
# says where we stand still, "cards.log" has one line for every card that dropped into the tray.
# It ends with the printer, also while it stands still: the kernel sees to it (and the parent stays the same).
if [ -z "$CARD_LEASH" ] && command -v setpriv >/dev/null; then
  CARD_LEASH=$PPID exec setpriv --pdeathsig KILL "$0" "$@"
fi
# The printer went before the kernel was told.
[ "${CARD_LEASH:-$PPID}" = "$PPID" ] || exit 1
document=$1
cd "$CARD_FOLDER" || exit 1
# Opened for reading and writing before the mode is read: whoever changes it later finds somebody to wake.
exec 3<>gate

digest=$(sha256sum <"$document" | cut -d ' ' -f 1)
case $(head -c 4 "$document") in
%PDF) pages=$(pdfinfo "$document" | sed -n 's/^Pages: *//p') ;;
RaS2) pages=$(grep -ao PwgRaster "$document" | wc -l) ;;
*)
  echo 'ERROR: This is nothing to print on a card.' >&2
  exit 1
  ;;
esac
[ -e keep ] && cp "$document" last-document

fault=
show() { # REASON, or nothing: what is wrong now, as printer-state-reasons.
  [ "$fault" = "$1" ] && return
  [ -n "$fault" ] && echo "STATE: -$fault-error" >&2
  fault=$1
  [ -n "$fault" ] && echo "STATE: +$fault-error" >&2
}

drop() { # KIND FACES
  printf '{"kind":"%s","job":%s,"faces":%s,"pages":%s,"digest":"%s"}\n' \
    "$1" "$IPP_JOB_ID" "$2" "$pages" "$digest" >>cards.log
}

fail() {
  show ''
  echo "ERROR: $1" >&2
  exit 1
}

stand() { # MOMENT: stands still, with a line for the test, until the mode changes.
  echo "$mode $1 $IPP_JOB_ID" >held
  read -r _ <&3
  rm -f held
}

hold() { # before | between: does what the mode wants before a card, and between its front and its back.
  while :; do
    mode=$(cat mode)
    case $mode:$1 in
    cover-open:* | media-empty:* | media-jam:*) show "$mode" ;;
    ribbon-empty:*) show marker-supply-empty ;;
    slow:before | slow-half:between) show '' ;;
    fail-before:before) fail 'The card did not feed.' ;;
    fail-mid-job:between)
      drop half 1
      fail 'The card stuck after its front.'
      ;;
    die:between)
      drop half 1
      kill -9 "$PPID"
      exit 1
      ;;
    *)
      show ''
      return
      ;;
    esac
    stand "$1"
  done
}

case ${IPP_SIDES:-$IPP_SIDES_DEFAULT} in
two-sided-*) sides=2 ;;
*) sides=1 ;;
esac
printed=0
print_face() {
  printed=$((printed + 1))
  page=$((page + 1))
  echo "ATTR: job-impressions-completed=$printed" >&2
}

copy=0
while [ "$copy" -lt "${IPP_COPIES:-1}" ]; do
  copy=$((copy + 1))
  page=0
  while [ "$page" -lt "$pages" ]; do
    hold before
    print_face
    faces=1
    hold between
    if [ "$sides" = 2 ] && [ "$page" -lt "$pages" ]; then
      print_face
      faces=2
    fi
    drop card "$faces"
  done
done
if [ "$(cat mode)" = die-after ]; then
  kill -9 "$PPID"
  exit 1
fi
