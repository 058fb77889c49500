# Completes the command lines of style-transfer in fish. Load it with
#   style-transfer completion fish | source
# in ~/.config/fish/config.fish, or save it as ~/.config/fish/completions/style-transfer.fish.

# Whether the command is this one; without a name, whether it is the main one.
function __style_transfer_command
    set -l words (commandline -opc)[2..-1]
    for word in $words
        if contains -- $word ${commands}
            test "$word" = "$argv[1]"
            return
        end
    end
    test -z "$argv[1]"
end

function __style_transfer_is_first
    test (count (commandline -opc)) -eq 1
end

# The files in a folder, without the folder.
function __style_transfer_names
    for file in $argv[1]/*
        test -f $file; and string replace -r '.*/' '' -- $file
    end
end

# Words after what has been typed up to the last comma.
function __style_transfer_list
    set -l before (string match -r '^(?:.*=)?(.*,)?' -- (commandline -ct))[2]
    for word in $argv
        echo $before$word
    end
end

complete -c style-transfer -n '__style_transfer_command' -a '(__style_transfer_names input/content)'
complete -c style-transfer -n '__style_transfer_command' -a '(__style_transfer_names input/style)'
${lines}
