# Reads the subset of a compose file that the control scripts write. A service is printed as the lines
# "service NAME", "container NAME", "image REFERENCE" and an "arg TEXT" for each part of its command.
/^[a-z]/ { top = $1; next }
top != "services:" { next }
/^  [A-Za-z0-9_-]+: *$/ { sub(/:.*/, "", $1); print "service " $1; next }
/^    image:/ { print "image " bare(rest()); next }
/^    container_name:/ { print "container " bare(rest()); next }
/^    command:/ {
  text = rest(); word = ""; inside = 0
  for (i = 1; i <= length(text); i++) {
    c = substr(text, i, 1)
    if (c == "\"") { if (inside) print "arg " word; inside = !inside; word = ""; continue }
    if (inside && c == "\\") c = substr(text, ++i, 1)
    if (inside) word = word c
  }
}
function rest(   text) { text = $0; sub(/^[^:]*: */, "", text); return text }
function bare(text) { gsub(/^"|" *$/, "", text); return text }
