/** The shells that there is a script for. */
export const shells = ['bash', 'zsh', 'fish', 'powershell'] as const

export type Shell = (typeof shells)[number]

/**
 * A script that has a shell ask `greenroom complete -- WORDS` for what may come next: lines of a value, a tab and what it
 * is. It quotes the values as the shell wants them and runs nothing of what was typed; where there is no value, the shell
 * completes names of files.
 */
export const scripts: Record<Shell, string> = {
  // bash breaks words at : and = too, so they are put together again, and what stands already is cut off
  bash: `_greenroom() {
  local rest=\${COMP_LINE:0:COMP_POINT} words=() word start current= value does answers quote=
  rest=\${rest#*"\${COMP_WORDS[0]}"}
  local i
  for ((i = 1; i <= COMP_CWORD; i++)); do
    word=\${COMP_WORDS[i]}
    start=\${rest%%"$word"*}
    if ((i > 1)) && [[ -z $start && -n $word ]]; then words[\${#words[@]}-1]+=$word; else words+=("$word"); fi
    rest=\${rest#*"$word"}
  done
  word=\${COMP_WORDS[COMP_CWORD]}
  current=\${words[\${#words[@]}-1]}
  case $word in '"'*) quote='"' ;; "'"*) quote="'" ;; esac
  for i in "\${!words[@]}"; do
    words[i]=\${words[i]//[\\"\\'\\\\]/}
  done
  start=\${words[\${#words[@]}-1]}
  word=\${word//[\\"\\'\\\\]/}
  start=\${start%"$word"}
  COMPREPLY=()
  while IFS=$'\\t' read -r value does; do
    value=\${value#"$start"}
    if [[ $COMP_TYPE == 63 && -n $does ]]; then COMPREPLY+=("$value  ($does)"); continue; fi
    case $quote in
      "'") value=\${value//\\'/\\'\\\\\\'\\'} ;;
      '"') value=\${value//\\\\/\\\\\\\\}; value=\${value//\\"/\\\\\\"}; value=\${value//\\$/\\\\\\$}; value=\${value//\\\`/\\\\\\\`} ;;
      *) printf -v value %q "$value" ;;
    esac
    COMPREPLY+=("$value")
  done < <(greenroom complete -- "\${words[@]}" 2>/dev/null)
}
complete -o bashdefault -o default -F _greenroom greenroom
`,
  zsh: `#compdef greenroom
_greenroom() {
  local line typed=\${\${(Q)words[CURRENT]}#[\\"\\']}
  local -a answers
  for line in "\${(@f)$(greenroom complete -- "\${(@Q)words[2,CURRENT-1]}" "$typed" 2>/dev/null)}"; do
    [[ -n $line ]] || continue
    answers+=("\${\${\${line%%$'\\t'*}//\\\\/\\\\\\\\}//:/\\\\:}:\${line#*$'\\t'}")
  done
  if (( $#answers )); then _describe -t answers greenroom answers; else _files; fi
}
if [[ $funcstack[1] == _greenroom ]]; then
  _greenroom "$@"
else
  (( $+functions[compdef] )) || { autoload -Uz compinit && compinit; }
  compdef _greenroom greenroom
fi
`,
  fish: `function __greenroom_complete
  set -l words (commandline -opc)
  set -l typed (commandline -ct | string replace -ra '["\\'\\\\\\\\]' '')
  set -l answers (greenroom complete -- $words[2..-1] "$typed" 2>/dev/null)
  if set -q answers[1]
    printf '%s\\n' $answers
  else
    __fish_complete_path "$typed"
  end
end
complete -c greenroom -f -a '(__greenroom_complete)'
`,
  // an empty argument is lost on the way to a program before PowerShell 7.3, so that it is sent as ""
  powershell: `Register-ArgumentCompleter -Native -CommandName greenroom -ScriptBlock {
  param($typed, $line, $cursor)
  $words = @($line.CommandElements | Select-Object -Skip 1 | Where-Object { $_.Extent.EndOffset -lt $cursor } |
    ForEach-Object { if ($_.PSObject.Properties['Value']) { [string]$_.Value } else { $_.Extent.Text } })
  $last = $typed.Trim('"', "'")
  if ($last -eq '') { $last = '""' }
  greenroom complete '--' @words $last 2>$null | ForEach-Object {
    $value, $does = $_ -split "\\t", 2
    if (-not $does) { $does = $value }
    $text = if ($value -match '^[\\w./-]+$') { $value } else { "'" + $value.Replace("'", "''") + "'" }
    [System.Management.Automation.CompletionResult]::new($text, $value, 'ParameterValue', $does)
  }
}
`,
}
