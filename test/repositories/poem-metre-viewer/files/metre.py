import pronouncing

print(pronouncing.phones_for_word("moon"))
