"""How each network is called on screen; the invented ones have names of their own."""

NAMES = {
    "bluesky": "Bluesky",
    "demo-place": "Place",
    "demo-forum": "Parvis",
    "demo-kiosk": "Kiosque",
}


def network_name(network: str) -> str:
    """Return a network's name for people."""
    return NAMES.get(network, network.capitalize())
