from scipy import stats


def correlate(nights):
    """Correlation of hours slept and minutes of screen time."""
    return stats.spearmanr(nights["hours"], nights["screen_minutes"])
