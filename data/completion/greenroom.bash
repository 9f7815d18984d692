# Completes greenroom in bash 3.2 and newer: source <(greenroom completion bash)
_greenroom() {
  local rest=${COMP_LINE:0:COMP_POINT} words=() word start quote= value does i
  rest=${rest#*"${COMP_WORDS[0]}"}
  # bash breaks words at : and = too: what no blank divides is put together again
  for ((i = 1; i <= COMP_CWORD; i++)); do
    word=${COMP_WORDS[i]}
    start=${rest%%"$word"*}
    if ((i > 1)) && [[ -z $start && -n $word ]]; then words[${#words[@]}-1]+=$word; else words+=("$word"); fi
    rest=${rest#*"$word"}
  done
  case $word in '"'*) quote='"' ;; "'"*) quote="'" ;; esac
  word=${word//[\"\'\\]/}
  for i in "${!words[@]}"; do words[i]=${words[i]//[\"\'\\]/}; done
  # bash replaces only the part after the last break, which may be a lone =
  [[ $word != = ]] || word=
  start=${words[${#words[@]}-1]}
  start=${start%"$word"}
  COMPREPLY=()
  while IFS=$'\t' read -r value does; do
    value=${value#"$start"}
    # 63 is a list, which is only shown
    if [[ $COMP_TYPE == 63 && -n $does ]]; then COMPREPLY+=("$value  ($does)"); continue; fi
    case $quote in
      "'") value=${value//\'/\'\\\'\'} ;;
      '"') value=${value//\\/\\\\}; value=${value//\"/\\\"}; value=${value//\$/\\\$}; value=${value//\`/\\\`} ;;
      *) printf -v value %q "$value" ;;
    esac
    COMPREPLY+=("$value")
  done < <(greenroom complete -- "${words[@]}" 2>/dev/null)
}
complete -o bashdefault -o default -F _greenroom greenroom
