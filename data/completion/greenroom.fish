# Completes greenroom in fish 3 and newer: greenroom completion fish | source
function __greenroom_complete
  set -l words (commandline -opc)
  set -l typed (commandline -ct | string replace -ra '["\'\\\\]' '')
  set -l answers (greenroom complete -- $words[2..-1] "$typed" 2>/dev/null)
  if set -q answers[1]
    printf '%s\n' $answers
  else
    __fish_complete_path "$typed"
  end
end
complete -c greenroom -f -a '(__greenroom_complete)'
