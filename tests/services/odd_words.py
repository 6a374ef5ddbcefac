"""What is hard to write: ids that an IRI cannot hold as they are, and words that a literal cannot."""

ODD = (
    "agreement/a b",
    'agreement/"quoted"',
    "agreement/<angle>",
    "agreement/ünïcödé-中文-🎉",
    "agreement/100%-25%20",
    "agreement/back\\slash",
    "agreement/{brace}|^`",
    "agreement/hash#query?x=y&z",
)
WORDS = 'It\'s \\ “on”:\n"two"\tlines\r\x07\x7f 中文 🎉 \u202eRTL \u2028 end'
