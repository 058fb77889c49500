# Completes the command lines of style-transfer in bash. Load it with
#   source <(style-transfer completion bash)
# in ~/.bashrc, or save it as /usr/share/bash-completion/completions/style-transfer.

# Adds values of an option: kind of files, folder whose files need no folder, list or one, words.
_style_transfer_value() {
  local kind=$1 folder=$2 several=$3 before='' start=$value word
  shift 3
  if [[ $several == list && $value == *,* ]]; then
    before=${value%,*},
    start=${value##*,}
  fi
  for word in "$@"; do
    [[ $word == "$start"* ]] && COMPREPLY+=("$before$word")
  done
  # The value may have colons in it, after which bash begins a new word.
  local colons=${value%"${value##*:}"}
  [[ -z $colons ]] || COMPREPLY=("${COMPREPLY[@]#"$colons"}")
  if [[ -n $folder ]]; then
    for word in "$folder"/"$value"*; do
      [[ -f $word ]] && COMPREPLY+=("${word##*/}")
    done
  fi
  case $kind in
    files) _style_transfer_files -f ;;
    folders) _style_transfer_files -d ;;
  esac
}

_style_transfer_files() {
  local IFS=$'\n'
  COMPREPLY+=($(compgen "$1" -- "$value"))
  compopt -o filenames 2>/dev/null
}

_style_transfer() {
  local line=${COMP_LINE:0:COMP_POINT} commands='${commands}' command='' options option='' value
  local typed=${line##*[[:space:]]} word words
  # Not COMP_WORDS, which colons and equals signs part, too.
  read -ra words <<<"${line%"$typed"}"
  COMPREPLY=()
  for word in "${words[@]:1}"; do
    if [[ " $commands " == *" $word "* ]]; then
      command=$word
      break
    fi
  done
  case $command in
${options}  esac
  if [[ $typed == --*=* ]]; then
    option=${typed%%=*}
    value=${typed#*=}
  elif [[ $typed == -* ]]; then
    local IFS=$' \n'
    COMPREPLY=($(compgen -W "$options" -- "$typed"))
    return
  else
    option=${words[${#words[@]} - 1]}
    [[ $option == -* ]] || option=''
    value=$typed
  fi
  case "$command $option" in
${values}    *)
      if [[ -z $command ]]; then
        local IFS=$' \n'
        [[ ${#words[@]} -gt 1 ]] || COMPREPLY=($(compgen -W "$commands" -- "$value"))
        _style_transfer_value files input/content one
        _style_transfer_value none input/style one
      elif [[ $command == help ]]; then
        COMPREPLY=($(compgen -W "$commands" -- "$value"))
      fi
      ;;
  esac
}

complete -F _style_transfer style-transfer
