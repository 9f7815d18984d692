#compdef greenroom
# Completes greenroom in zsh: a file named _greenroom in a folder of fpath, or source <(greenroom completion zsh)
_greenroom() {
  local line typed=${${(Q)words[CURRENT]}#[\"\']}
  local -a answers
  for line in "${(@f)$(greenroom complete -- "${(@Q)words[2,CURRENT-1]}" "$typed" 2>/dev/null)}"; do
    [[ -n $line ]] || continue
    answers+=("${${${line%%$'\t'*}//\\/\\\\}//:/\\:}:${line#*$'\t'}")
  done
  if (( $#answers )); then _describe -t answers greenroom answers; else _files; fi
}
if [[ $funcstack[1] == _greenroom ]]; then
  _greenroom "$@"
else
  (( $+functions[compdef] )) || { autoload -Uz compinit && compinit; }
  compdef _greenroom greenroom
fi
