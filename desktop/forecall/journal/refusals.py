"""The one error of the operations: a request that cannot be carried out, said in a sentence."""


class Refused(ValueError):
    """Nothing was changed; ``str()`` tells the person why."""
