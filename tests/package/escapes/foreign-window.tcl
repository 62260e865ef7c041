# Another program at the display: a text to be dragged out of it, and below that a field into which one can be dropped. Its title
# says what the field has.
package require Tk
package require tkdnd
set said {}
wm geometry . 200x120+1060+660
wm title . {A foreign window}
label .source -text {A text to drag} -background white
entry .target -textvariable said
pack .source .target -side top -expand yes -fill both
trace add variable said write {apply {args {wm title . "It has: $::said"}}}
tkdnd::drag_source register .source DND_Text
bind .source <<DragInitCmd>> {list copy DND_Text {a text from elsewhere}}
tkdnd::drop_target register .target DND_Text
bind .target <<Drop>> {set ::said dropped; list copy}
