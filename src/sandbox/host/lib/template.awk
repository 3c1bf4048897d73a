# Docker's --format: enough of Go's text/template for whoever asks an inspect or a list for something.
# Objects on stdin, a line a leaf: TYPE<tab>PATH<tab>VALUE; TYPE is s (string), n (number, bool or null), m (map) or
# a (array); the path's parts are joined by "|". A line "end" closes an object, for which one line is printed.
# ENVIRON: FORMAT; LIST=1 for `docker ps` and its like, where \t and \n are understood and `json .` is flat.
# A value in here is "P<path>" (something in the object), "S<text>", "N<number or bool>" or "Z" (nothing).

BEGIN {
  format = ENVIRON["FORMAT"]
  if (ENVIRON["LIST"] == "1") { sub(/^table /, "", format); gsub(/\\t/, "\t", format); gsub(/\\n/, "\n", format) }
  count = parse(format)
  reset()
}

$0 == "end" { stopped = ""; printf "%s\n", run(1, count, "P"); if (failed) exit 1; reset(); next }
{
  tab = index($0, "\t"); type = substr($0, 1, tab - 1); rest = substr($0, tab + 1)
  tab = index(rest, "\t"); path = substr(rest, 1, tab - 1)
  put(type, path, substr(rest, tab + 1))
}

function reset() { split("", kind); split("", value); split("", children); split("", child); split("", vars); kind[""] = "m"; children[""] = 0 }

function put(type, path, text,   parent, key, i) {
  if (path in kind) { value[path] = text; return }
  kind[path] = type; value[path] = text
  key = path; parent = ""
  i = lastbar(path)
  if (i) { parent = substr(path, 1, i - 1); key = substr(path, i + 1) }
  if (!(parent in kind)) put("m", parent, "")
  children[parent]++
  child[parent, children[parent]] = key
}

function lastbar(text,   i) { for (i = length(text); i > 0; i--) if (substr(text, i, 1) == "|") return i; return 0 }
function below(path, key) { return path == "" ? key : path "|" key }

# ---- parsing: node i is text (nodeKind "t") or an action ("a"); control actions know their "else" and "end"
function parse(text,   n, at, stop, action, depth, stack, trim) {
  n = 0; depth = 0; trim = 0
  while ((at = index(text, "{{")) > 0) {
    action = substr(text, 1, at - 1)
    if (trim) sub(/^[ \t\n]+/, "", action)
    text = substr(text, at + 2)
    if (substr(text, 1, 2) == "- ") { sub(/[ \t\n]+$/, "", action); text = substr(text, 3) }
    nodeKind[++n] = "t"; node[n] = action
    stop = index(text, "}}")
    action = substr(text, 1, stop - 1); text = substr(text, stop + 2)
    trim = sub(/ -$/, "", action)
    gsub(/^[ \t\n]+|[ \t\n]+$/, "", action)
    if (substr(action, 1, 2) == "/*") continue
    nodeKind[++n] = "a"; node[n] = action
    if (action ~ /^(if|range|with)[ (]/) { stack[++depth] = n; otherwise[n] = 0; last[n] = n }
    else if (action ~ /^else/) { otherwise[last[stack[depth]]] = n; last[stack[depth]] = n; otherwise[n] = 0 }
    else if (action == "end") { closing[stack[depth]] = n; for (at = stack[depth]; otherwise[at]; at = otherwise[at]) closing[at] = n; closing[at] = n; depth-- }
  }
  if (trim) sub(/^[ \t\n]+/, "", text)
  nodeKind[++n] = "t"; node[n] = text
  return n
}

function run(from, to, dot,   i, out, action, branch, upto, v, k, names, text, p, item) {
  out = ""
  for (i = from; i <= to && !stopped && !failed; i++) {
    action = node[i]
    if (nodeKind[i] == "t") { out = out action; continue }
    if (action ~ /^(if|with)[ (]/) {
      branch = i; text = action
      while (1) {
        upto = otherwise[branch] ? otherwise[branch] : closing[i]
        if (text == "else") { out = out run(branch + 1, upto - 1, dot); break }
        k = (text ~ /^(else )?with/) ? "with" : "if"
        sub(/^(else )?(if|with)/, "", text)
        v = pipeline(text, dot)
        if (truth(v)) { out = out run(branch + 1, upto - 1, k == "with" ? v : dot); break }
        if (!otherwise[branch]) break
        branch = otherwise[branch]; text = node[branch]
      }
      i = closing[i]
    } else if (action ~ /^range[ (]/) {
      text = substr(action, 6)
      p = index(text, ":=")
      split("", names); k = 0
      if (p) { item = substr(text, 1, p - 1); gsub(/[ \t]/, "", item); k = split(item, names, ","); text = substr(text, p + 2) }
      v = pipeline(text, dot)
      upto = otherwise[i] ? otherwise[i] : closing[i]
      if (!truth(v) && otherwise[i]) out = out run(otherwise[i] + 1, closing[i] - 1, dot)
      else if (substr(v, 1, 1) == "P") out = out loop(substr(v, 2), i + 1, upto - 1, k == 2 ? names[1] : "", k == 2 ? names[2] : names[1])
      i = closing[i]
    } else if (action == "break" || action == "continue") stopped = action
    else if (action ~ /^\$[A-Za-z0-9_]+ *:?= /) {
      p = index(action, "="); text = substr(action, 1, p - 1); gsub(/[ :]/, "", text)
      vars[text] = pipeline(substr(action, p + 1), dot)
    } else if (action != "end") out = out show(pipeline(action, dot))
  }
  return out
}

function loop(path, from, to, indexName, itemName,   i, out, n) {
  out = ""; n = children[path]
  for (i = 1; i <= n && !failed; i++) {
    if (indexName != "") vars[indexName] = (kind[path] == "a" ? "N" : "S") child[path, i]
    if (itemName != "") vars[itemName] = "P" below(path, child[path, i])
    out = out run(from, to, "P" below(path, child[path, i]))
    if (stopped == "break") { stopped = ""; break }
    stopped = ""
  }
  return out
}

# ---- expressions
function pipeline(text, dot,   parts, n, i, depth, c, part, quote, v, have) {
  n = 0; depth = 0; part = ""; quote = ""
  for (i = 1; i <= length(text); i++) {
    c = substr(text, i, 1)
    if (quote != "") { if (c == "\\" && quote == "\"") { part = part c; c = substr(text, ++i, 1) } else if (c == quote) quote = "" }
    else if (c == "\"" || c == "`") quote = c
    else if (c == "(") depth++
    else if (c == ")") depth--
    else if (c == "|" && depth == 0) { parts[++n] = part; part = ""; continue }
    part = part c
  }
  parts[++n] = part
  have = 0; v = "Z"
  for (i = 1; i <= n; i++) { v = call(parts[i], dot, have, v); have = 1 }
  return v
}

function call(text, dot, have, piped,   words, n, name, args, m, i, v) {
  n = cut(text, words)
  if (n == 0) return have ? piped : "Z"
  name = words[1]
  if (name ~ /^[a-z]+$/ && name != "true" && name != "false" && name != "nil") {
    m = 0
    for (i = 2; i <= n; i++) args[++m] = term(words[i], dot)
    if (have) args[++m] = piped
    return builtin(name, args, m)
  }
  v = term(name, dot)
  # A method with an argument, as in `.Label "version"`
  if (n > 1 && name ~ /\.Label$/) return at(term(substr(name, 1, length(name) - 5) "Labels", dot), plain(term(words[2], dot)))
  return v
}

function cut(text, words,   i, c, depth, quote, word, n) {
  split("", words); n = 0; word = ""; depth = 0; quote = ""
  for (i = 1; i <= length(text); i++) {
    c = substr(text, i, 1)
    if (quote != "") { if (c == "\\" && quote == "\"") { word = word c; c = substr(text, ++i, 1) } else if (c == quote) quote = "" }
    else if (c == "\"" || c == "`") quote = c
    else if (c == "(") depth++
    else if (c == ")") depth--
    else if (depth == 0 && (c == " " || c == "\t" || c == "\n")) { if (word != "") words[++n] = word; word = ""; continue }
    word = word c
  }
  if (word != "") words[++n] = word
  return n
}

function term(word, dot,   c, p, v, rest) {
  c = substr(word, 1, 1)
  if (c == "\"") return "S" unescape(substr(word, 2, length(word) - 2))
  if (c == "`") return "S" substr(word, 2, length(word) - 2)
  if (c == "(") { p = closer(word); v = pipeline(substr(word, 2, p - 2), dot); rest = substr(word, p + 1) }
  else if (c == "$") {
    p = index(word, "."); if (!p) p = length(word) + 1
    v = substr(word, 1, p - 1); v = v == "$" ? "P" : vars[v]; rest = substr(word, p)
  } else if (c == ".") { v = dot; rest = word }
  else if (word ~ /^-?[0-9]+$/ || word == "true" || word == "false") return "N" word
  else return "Z"
  while (rest != "" && rest != ".") {
    rest = substr(rest, 2)
    p = index(rest, "."); if (!p) p = length(rest) + 1
    v = at(v, substr(rest, 1, p - 1)); rest = substr(rest, p)
  }
  return v
}

function closer(text,   i, depth, c) {
  for (i = 1; i <= length(text); i++) { c = substr(text, i, 1); if (c == "(") depth++; if (c == ")" && --depth == 0) return i }
  return length(text)
}

function unescape(text) { gsub(/\\t/, "\t", text); gsub(/\\n/, "\n", text); gsub(/\\"/, "\"", text); gsub(/\\\\/, "\\", text); return text }
function at(v, key,   path) {
  if (substr(v, 1, 1) != "P") return "Z"
  path = below(substr(v, 2), key)
  return (path in kind) ? "P" path : "Z"
}

# The kind of a value: s, n, m, a or z
function sort(v,   c, path) {
  c = substr(v, 1, 1)
  if (c == "S") return "s"
  if (c == "N") return "n"
  if (c == "Z") return "z"
  path = substr(v, 2)
  return kind[path] == "n" && value[path] == "null" ? "z" : kind[path]
}

function plain(v,   c) { c = substr(v, 1, 1); return c == "P" ? value[substr(v, 2)] : substr(v, 2) }
function size(v,   k) { k = sort(v); return k == "s" ? length(plain(v)) : (k == "m" || k == "a") ? children[substr(v, 2)] + 0 : 0 }
function truth(v,   k) {
  k = sort(v)
  if (k == "z") return 0
  if (k == "n") return plain(v) != "0" && plain(v) != "false"
  return size(v) > 0
}

function builtin(name, args, n,   i, v, out) {
  if (name == "json") return "S" json(args[1])
  if (name == "index") { v = args[1]; for (i = 2; i <= n; i++) v = at(v, plain(args[i])); return v == "Z" ? "S" : v }
  if (name == "eq") { for (i = 2; i <= n; i++) if (plain(args[1]) == plain(args[i])) return "Ntrue"; return "Nfalse" }
  if (name == "ne") return "N" (plain(args[1]) != plain(args[2]) ? "true" : "false")
  if (name == "lt") return "N" (plain(args[1]) + 0 < plain(args[2]) + 0 ? "true" : "false")
  if (name == "gt") return "N" (plain(args[1]) + 0 > plain(args[2]) + 0 ? "true" : "false")
  if (name == "not") return "N" (truth(args[1]) ? "false" : "true")
  if (name == "and") { for (i = 1; i <= n; i++) if (!truth(args[i])) return args[i]; return args[n] }
  if (name == "or") { for (i = 1; i <= n; i++) if (truth(args[i])) return args[i]; return args[n] }
  if (name == "len") return "N" size(args[1])
  if (name == "lower") return "S" tolower(plain(args[1]))
  if (name == "upper") return "S" toupper(plain(args[1]))
  if (name == "print" || name == "println") { for (i = 1; i <= n; i++) out = out (i > 1 && name == "println" ? " " : "") show(args[i]); return "S" out (name == "println" ? "\n" : "") }
  if (name == "printf") return "S" formatted(args, n)
  if (name == "join") { for (i = 1; i <= children[substr(args[1], 2)]; i++) out = out (i > 1 ? plain(args[2]) : "") value[below(substr(args[1], 2), i - 1)]; return "S" out }
  print "template parsing error: function \"" name "\" not defined" | "cat 1>&2"
  failed = 1
  return "Z"
}

function formatted(args, n,   text, i, p, out, c) {
  text = plain(args[1]); i = 2; out = ""
  while ((p = index(text, "%")) > 0) {
    c = substr(text, p + 1, 1)
    out = out substr(text, 1, p - 1)
    if (c == "%") out = out "%"
    else if (c == "q") out = out quoted(plain(args[i++]))
    else out = out show(args[i++])
    text = substr(text, p + 2)
  }
  return out text
}

function show(v,   k, path, i, out) {
  k = sort(v)
  if (k == "z") return "<no value>"
  if (k == "s" || k == "n") return plain(v)
  path = substr(v, 2)
  for (i = 1; i <= children[path]; i++) out = out (i > 1 ? " " : "") (k == "m" ? child[path, i] ":" : "") show("P" below(path, child[path, i]))
  return (k == "m" ? "map[" : "[") out "]"
}

function quoted(text) { gsub(/\\/, "\\\\", text); gsub(/"/, "\\\"", text); gsub(/\t/, "\\t", text); gsub(/\n/, "\\n", text); return "\"" text "\"" }
function json(v,   k, path, i, out) {
  k = sort(v)
  if (k == "z") return "null"
  if (k == "s") return quoted(plain(v))
  if (k == "n") return plain(v)
  path = substr(v, 2)
  for (i = 1; i <= children[path]; i++)
    if (ENVIRON["LIST"] != "1" || kind[below(path, child[path, i])] != "m")
      out = out (out == "" ? "" : ",") (k == "m" ? quoted(child[path, i]) ":" : "") json("P" below(path, child[path, i]))
  return (k == "m" ? "{" : "[") out (k == "m" ? "}" : "]")
}
