#compdef style-transfer
# Completes the command lines of style-transfer in zsh. Load it with
#   source <(style-transfer completion zsh)
# in ~/.zshrc after compinit, or save it as _style-transfer in a folder of $fpath.

# Adds values of an option: kind of files, folder whose files need no folder, list or one, words.
_style_transfer_value() {
  local kind=$1 folder=$2 several=$3
  local -i found=1
  shift 3
  [[ $several == list ]] && compset -P '*,'
  (( $# )) && compadd -- "$@" && found=0
  if [[ -n $folder ]]; then
    local -a names=($folder/*(N.:t))
    (( $#names )) && compadd -- $names && found=0
  fi
  case $kind in
    files) _files && found=0 ;;
    folders) _files -/ && found=0 ;;
  esac
  return found
}

_style_transfer_first() {
  local -a commands=(
${commands}  )
  _describe -t commands command commands
  _style_transfer_value files input/content one
}

_style_transfer() {
  if (( CURRENT > 2 )); then
    case $words[2] in
${others}    esac
  fi
  _arguments -S \
${main}    '1:photo or command:_style_transfer_first' \
    '2:painting: _style_transfer_value files input/style one'
}

if [[ $funcstack[1] == _style_transfer ]]; then
  _style_transfer "$@"
else
  compdef _style_transfer style-transfer
fi
